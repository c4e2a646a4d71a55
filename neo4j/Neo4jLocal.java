import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * One Neo4j or several on loopback, for developing and testing, in folders and on ports that follow each other: folder, port, how many, page cache of each in MiB
 * and whether plans are kept are its arguments, the password its environment's. In one process they share what has been compiled.
 */
class Neo4jLocal {
  public static void main(String[] arguments) throws InterruptedException {
    var home = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    var password = System.getenv("NEO4J_PASSWORD");
    var databases = Integer.parseInt(arguments[2]);
    var pagecache = Long.parseLong(arguments[3]);
    var keepsPlans = Boolean.parseBoolean(arguments[4]);
    for (var n = 0; n < databases; n += 1) start(n == 0 ? home : home.resolve(String.valueOf(n + 1)), port + n, password, pagecache, keepsPlans);
    System.out.println("ready on port " + port);
    Thread.currentThread().join();
  }

  static void start(Path home, int port, String password, long pagecache, boolean keepsPlans) {
    var builder = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pagecache));
    // A query is planned once: neither again when the graph has grown or was emptied, nor for lists of another length.
    if (keepsPlans)
      builder
          .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
          .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
          .setConfig(GraphDatabaseSettings.query_cache_size, 10_000);
    var service = builder.build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    try (var transaction = service.database("system").beginTx()) {
      transaction.execute("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password)).close();
      transaction.commit();
    }
  }
}
