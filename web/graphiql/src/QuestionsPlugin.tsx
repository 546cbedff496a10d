/** The pane "Questions": each opens in its own tab, or switches to it. */
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import { questions, type Question } from "./questions.ts";

export const questionsPlugin: GraphiQLPlugin = { title: "Questions", icon: Icon, content: Content };

function Content() {
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
  }));
  const active = tabs[activeTabIndex]?.query;
  const open = ({ text }: Question): void => {
    const found = tabs.findIndex((tab) => tab.query === text);
    if (found >= 0) return actions.changeTab(found);
    actions.addTab();
    queryEditor?.setValue(text);
  };
  return (
    <section aria-label="Questions">
      <h2 className="questions-title">Questions</h2>
      <p className="questions-lead">Each opens in a tab. Ask it with ▶, then change it.</p>
      <ol className="questions">
        {questions.map((question) => (
          <li key={question.name}>
            <button
              type="button"
              data-question={question.name}
              aria-current={question.text === active}
              disabled={!queryEditor}
              onClick={() => open(question)}
            >
              <span>{question.title}</span>
              {question.explanation && <small>{question.explanation}</small>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <title>questions icon</title>
      <path d="M4 5h16v11H11l-4 4v-4H4z" strokeLinejoin="round" />
      <path d="M8 9h8M8 12h5" />
    </svg>
  );
}
