package entente;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.api.security.AuthManager;
import org.neo4j.kernel.api.security.AuthToken;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import picocli.CommandLine;

/**
 * Runs one Neo4j in one folder until its standard input ends or it gets SIGTERM.
 *
 * <p>Arguments: the home folder, the Bolt port (0 for any free one), the page cache size ("64m"). The first line of
 * standard input is the password of the user neo4j; a line "LEARNED" says that Java is to archive what this run needed,
 * as its flags tell it, when the input ends. Standard output carries one of these lines: "READY port",
 * "IN_USE pid parent" (exit code 3: another such process holds the folder), "FAILED reason" (exit code 4).
 */
public final class Launcher {
    /** Kept in a field because a channel that is garbage collected gives up its lock. */
    private static FileChannel lock;

    private static volatile boolean ending;
    private static volatile boolean learned;

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = input.readLine();
        if (password == null) return;
        endWith(input);
        try {
            Path lockFile = Files.createDirectories(home).resolve("lock");
            if (!lock(lockFile)) exit(3, "IN_USE " + Files.readString(lockFile).strip());
            if (!Files.exists(home.resolve("data/databases/system"))) setFirstPassword(home, password);
            DatabaseManagementService service = build(home, Integer.parseInt(arguments[1]), arguments[2]);
            System.out.println("READY " + portWhenReady(service, password));
        } catch (Throwable error) {
            error.printStackTrace();
            while (error.getCause() != null) error = error.getCause();
            exit(4, "FAILED " + error.toString().replaceAll("\\s+", " "));
        }
    }

    /** Exits at the end of the standard input: the parent is gone then, however it died. */
    private static void endWith(BufferedReader input) {
        daemon(() -> {
            try {
                for (String line; (line = input.readLine()) != null; ) learned |= line.equals("LEARNED");
            } catch (IOException broken) {
                // A broken input is an ended one.
            }
            ending = true;
            System.exit(0);
        });
    }

    /** Locks the file for life and writes this process id and its parent's in it; false if another keeps it for 2 s. */
    private static boolean lock(Path file) throws IOException, InterruptedException {
        lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int attempt = 0; lock.tryLock() == null; attempt++) {
            if (attempt == 20) return false;
            Thread.sleep(100);
        }
        ProcessHandle self = ProcessHandle.current();
        long parent = self.parent().map(ProcessHandle::pid).orElse(0L);
        lock.truncate(0);
        lock.write(ByteBuffer.wrap((self.pid() + " " + parent + "\n").getBytes(StandardCharsets.UTF_8)));
        return true;
    }

    /** Done before Bolt listens, so that the password every new Neo4j has is never accepted, not even for a moment. */
    private static void setFirstPassword(Path home, String password) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        new CommandLine(new SetInitialPasswordCommand(new ExecutionContext(
                        home, home.resolve("conf"), nowhere, System.err, new DefaultFileSystemAbstraction())))
                .execute(password);
    }

    private static DatabaseManagementService build(Path home, int port, String pageCache) {
        SocketAddress address = new SocketAddress("127.0.0.1", port);
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                // The password cannot be guessed, but three wrong ones, by anyone, would lock the server out.
                .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.parse(pageCache))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(16))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "2 files")
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(2))
                // Else each size of a list or a text has a plan of its own, and the first who asks for it waits.
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                // Netty would wait twice five seconds for silence, after the databases are closed.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            daemon(Launcher::haltIfStuck);
            service.shutdown();
            // Java would archive what it has, and nobody waits for that.
            if (ending && !learned) Runtime.getRuntime().halt(0);
        }));
        return service;
    }

    private static int portWhenReady(DatabaseManagementService service, String password) throws Throwable {
        DependencyResolver parts = ((GraphDatabaseAPI) service.database("system")).getDependencyResolver();
        Map<String, Object> token = AuthToken.newBasicAuthToken("neo4j", password);
        AuthenticationResult login = parts.resolveDependency(AuthManager.class)
                .login(token, ClientConnectionInfo.EMBEDDED_CONNECTION).subject().getAuthenticationResult();
        // Only then, since Neo4j refuses to set a password to what it is.
        if (login != AuthenticationResult.SUCCESS) {
            service.database("system").executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
        GraphDatabaseAPI graph = (GraphDatabaseAPI) service.database("neo4j");
        while (!graph.isAvailable(500)) {
            Optional<Throwable> failure =
                    parts.resolveDependency(DatabaseStateService.class).causeOfFailure(graph.databaseId());
            if (failure.isPresent()) throw failure.get();
        }
        return parts.resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
    }

    private static void haltIfStuck() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException wanted) {
            // Halting early is no harm: the store recovers.
        }
        Runtime.getRuntime().halt(5);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void exit(int code, String line) {
        System.out.println(line);
        System.exit(code);
    }
}
