import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** A Neo4j on loopback, for developing and testing: folder, port, page cache in MiB and whether plans are kept are its arguments, the password its environment's. */
class Neo4jLocal {
  public static void main(String[] arguments) throws InterruptedException {
    var home = Path.of(arguments[0]);
    var port = Integer.parseInt(arguments[1]);
    var password = System.getenv("NEO4J_PASSWORD");
    var pagecache = Long.parseLong(arguments[2]);
    var keepsPlans = Boolean.parseBoolean(arguments[3]);
    var builder = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pagecache));
    if (keepsPlans)
      builder
          .setConfig(GraphDatabaseSettings.query_statistics_divergence_threshold, 1.0)
          .setConfig(GraphDatabaseSettings.query_cache_size, 10_000);
    var service = builder.build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    try (var transaction = service.database("system").beginTx()) {
      transaction.execute("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password)).close();
      transaction.commit();
    }
    System.out.println("ready on port " + port);
    Thread.currentThread().join();
  }
}
