package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** Files over FTP (RFC 959) and FTPS (RFC 4217), in passive mode. */
final class FtpFiles {
  /** FTPS from the first byte on, as the scheme's registered port has it. */
  private static final int IMPLICIT_PORT = 990;

  private static final int FTP_PORT = 21;
  private static final int CONNECT_MILLIS = 30_000;

  /** Longest silence of a server. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final int NOT_LOGGED_IN = 530;
  private static final int NO_PERMISSION = 550;

  private final SSLContext tls;

  FtpFiles(SSLContext tls) {
    this.tls = tls;
  }

  void fetch(Location location, OutputStream out) throws IOException {
    with(
        location,
        client -> {
          if (!client.retrieveFile(location.path(), out)) {
            throw refused(client);
          }
        });
  }

  void send(Location location, String name, Path file) throws IOException {
    String folder = location.path();
    String target = folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    try (InputStream in = Files.newInputStream(file)) {
      with(
          location,
          client -> {
            if (!client.storeFile(target, in)) {
              throw refused(client);
            }
          });
    }
  }

  private interface Work {
    void run(FTPClient client) throws IOException;
  }

  private void with(Location location, Work work) throws IOException {
    int port = location.uri().getPort();
    FTPClient client = client(location, port);
    client.setConnectTimeout(CONNECT_MILLIS);
    client.setDefaultTimeout((int) SILENCE.toMillis());
    client.setDataTimeout(SILENCE);
    try {
      String host = location.uri().getHost();
      int chosen =
          port >= 0 ? port : location.scheme() == Location.Scheme.FTPS ? IMPLICIT_PORT : FTP_PORT;
      client.connect(host.replaceAll("[\\[\\]]", ""), chosen);
      if (!FTPReply.isPositiveCompletion(client.getReplyCode())
          || !client.login(location.user().orElse("anonymous"), location.password().orElse(""))) {
        throw refused(client);
      }
      if (client instanceof FTPSClient secure) {
        secure.execPBSZ(0);
        secure.execPROT("P");
      }
      client.enterLocalPassiveMode();
      client.setFileType(FTP.BINARY_FILE_TYPE);
      work.run(client);
      client.logout();
    } finally {
      if (client.isConnected()) {
        client.disconnect();
      }
    }
  }

  private FTPClient client(Location location, int port) {
    if (location.scheme() != Location.Scheme.FTPS) {
      return new FTPClient();
    }
    FTPSClient secure = new FTPSClient(port < 0 || port == IMPLICIT_PORT, tls);
    // Without it any certificate would do for any host.
    secure.setEndpointCheckingEnabled(true);
    return secure;
  }

  private static TransferException refused(FTPClient client) {
    int code = client.getReplyCode();
    return new TransferException(
        code == NOT_LOGGED_IN || code == NO_PERMISSION
            ? ErrandEnd.How.DENIED
            : ErrandEnd.How.FAILED,
        "the server answers with FTP reply " + code);
  }
}
