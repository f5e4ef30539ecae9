package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Files over HTTP and HTTPS. */
final class HttpFiles {
  private static final Duration CONNECT = Duration.ofSeconds(30);

  /** Until the server begins to answer; an upload is under way until then. */
  private static final Duration ANSWER = Duration.ofMinutes(30);

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final SSLContext tls;

  HttpFiles(SSLContext tls) {
    this.tls = tls;
  }

  private HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .connectTimeout(CONNECT)
        .followRedirects(redirect)
        .build();
  }

  private static HttpRequest.Builder request(Location location, URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(ANSWER);
    location.authorisation().ifPresent(text -> builder.header("Authorization", text));
    return builder;
  }

  void fetch(Location location, OutputStream out) throws IOException, InterruptedException {
    HttpClient client = client(HttpClient.Redirect.NORMAL);
    try {
      HttpResponse<InputStream> response =
          client.send(
              request(location, location.uri()).GET().build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        check(response.statusCode());
        body.transferTo(out);
      }
    } finally {
      // Closing in order would wait for the rest of a file that is not wanted.
      client.shutdownNow();
    }
  }

  /** PUT, or POST where the server does not take that; into a folder under the file's name. */
  void send(Location location, String name, Path file) throws IOException, InterruptedException {
    String at = location.uri().toString();
    URI uri = at.endsWith("/") ? URI.create(at + name) : location.uri();
    // A log is not sent anywhere else than where it was asked for.
    HttpClient client = client(HttpClient.Redirect.NEVER);
    try {
      int status = send(client, location, uri, "PUT", file);
      if (status == METHOD_NOT_ALLOWED) {
        status = send(client, location, uri, "POST", file);
      }
      check(status);
    } finally {
      client.shutdownNow();
    }
  }

  private static int send(HttpClient client, Location location, URI uri, String method, Path file)
      throws IOException, InterruptedException {
    return client
        .send(
            request(location, uri)
                .header("Content-Type", "application/octet-stream")
                .method(method, HttpRequest.BodyPublishers.ofFile(file))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void check(int status) throws TransferException {
    if (status / 100 != 2) {
      throw new TransferException(
          status == UNAUTHORISED || status == FORBIDDEN
              ? ErrandEnd.How.DENIED
              : ErrandEnd.How.FAILED,
          "the server answers with HTTP status " + status);
    }
  }
}
