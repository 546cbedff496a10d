/** What surrounds every page: the name, the search, and the ways to the editor and the documentation. */
import type { ComponentChildren } from "preact";
import { SearchBox } from "../views/search/SearchBox.tsx";
import { EditorLink, entityAddress } from "../parts/links.tsx";
import type { AskError } from "./ask.ts";
import { goTo } from "./goTo.ts";
import type { Page } from "./page.ts";

export interface SiteProps {
  address: URL;
  page: Page | null;
  problem: AskError | null;
  isLoading: boolean;
}

export function Site({ address, page, problem, isLoading }: SiteProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="masthead">
        <a class="wordmark" href="/">
          Entente
        </a>
        <SearchBox
          label="Search names, words and codes"
          isLabelHidden
          isMain
          placeholder="Search"
          text={address.searchParams.get("q") ?? ""}
          onChoose={({ entityId }) => goTo(entityAddress(entityId))}
          onAsk={(text) => goTo(`/?q=${encodeURIComponent(text)}`)}
        />
        <nav aria-label="Rooms">
          <a href="/pair" aria-current={address.pathname.startsWith("/pair") ? "page" : undefined}>
            Two states
          </a>
          <a href="/paths" aria-current={address.pathname === "/paths" ? "page" : undefined}>
            Connections
          </a>
          <a href="/network" aria-current={address.pathname === "/network" ? "page" : undefined}>
            Network
          </a>
          <a href="/map" aria-current={address.pathname === "/map" ? "page" : undefined}>
            Map
          </a>
          <a href="/timeline" aria-current={address.pathname === "/timeline" ? "page" : undefined}>
            Timeline
          </a>
          <a href="/coverage" aria-current={address.pathname === "/coverage" ? "page" : undefined}>
            What is here
          </a>
          <a href="/graphiql">Editor</a>
        </nav>
      </header>
      <main id="main" tabIndex={-1} aria-busy={isLoading}>
        {isLoading && page && <div class="progress" />}
        {content(page, problem)}
      </main>
      <footer>
        {page?.question && !problem && (
          <p>
            <EditorLink question={page.question} />
          </p>
        )}
        <p>Every fact rests on a source. What no source covers is not shown as none.</p>
      </footer>
      <p role="status" class="hidden">
        {isLoading ? "Loading" : (page?.title ?? "")}
      </p>
    </>
  );
}

function content(page: Page | null, problem: AskError | null): ComponentChildren {
  if (problem) return <Problem {...{ problem }} />;
  if (page) return page.body;
  return (
    <div class="skeleton" aria-hidden="true">
      <div class="line title" />
      <div class="line" />
      <div class="line" />
      <div class="line short" />
    </div>
  );
}

function Problem({ problem }: { problem: AskError }) {
  const isOffline = problem.code === "OFFLINE";
  return (
    <div class="message" role="alert">
      <h1 tabIndex={-1}>{isOffline ? "No connection to the server" : headingOf(problem.code)}</h1>
      <p>
        {isOffline
          ? "This page asks the server that it came from, and got no answer. It will try again when the connection is back."
          : problem.message}
      </p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
      {!isOffline && (
        <p class="code">
          <code>{problem.code}</code>
        </p>
      )}
    </div>
  );
}

function headingOf(code: string): string {
  if (code === "GRAPH_UNAVAILABLE") return "The graph isn’t ready";
  if (code === "BAD_USER_INPUT" || code === "CURSOR_INVALID") return "This address can’t be read";
  return "The question wasn’t answered";
}
