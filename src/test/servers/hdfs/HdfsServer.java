import java.io.File;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS with one name node and two data nodes, until its input ends: FOLDER. */
public final class HdfsServer {

    private HdfsServer() {}

    public static void main(String[] arguments) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set("dfs.permissions.enabled", "false");
        configuration.set("dfs.namenode.fs-limits.min-block-size", "0");
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(configuration, new File(arguments[0]))
                        .numDataNodes(2)
                        .build();
        cluster.waitActive();
        System.out.println("listening on " + cluster.getNameNodePort());
        while (System.in.read() >= 0) {
            continue;
        }
        cluster.shutdown(true);
    }
}
