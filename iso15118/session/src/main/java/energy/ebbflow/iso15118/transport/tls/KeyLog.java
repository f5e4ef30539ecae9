package energy.ebbflow.iso15118.transport.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the secrets of TLS connections to a file, for a bench that wants to read its captures: the
 * NSS key log format ({@code SSLKEYLOGFILE}, draft-ietf-tls-keylogfile). Whoever has the file reads
 * everything that was said. Nothing writes one unless it was told to; no environment variable is
 * looked at. Called on the threads of the links; thread-safe.
 */
public abstract class KeyLog {
  private static final Logger LOG = LoggerFactory.getLogger(KeyLog.class);

  /** Writes nothing. */
  public static final KeyLog OFF =
      new KeyLog() {
        @Override
        void line(String label, byte[] clientRandom, TlsContext context, TlsSecret secret) {}
      };

  private KeyLog() {}

  /**
   * Appends to a file, which only its owner may read from here on; says so loudly.
   *
   * @throws IOException when it cannot be written, or is no regular file (a link is none)
   */
  public static KeyLog to(Path file) throws IOException {
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          "key log " + file + ": expected a regular file or none, got something else; not written");
    }
    Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setPermissions(owner);
    append(file, "");
    LOG.warn(
        "KEY LOG: the secrets of all TLS connections are written to {}; whoever reads it can read"
            + " and change what is said. This is for a bench alone",
        file);
    return new ToFile(file);
  }

  /** When the keys of TLS 1.3's handshake are known, before a certificate is shown. */
  final void handshake(TlsContext context) {
    if (TlsUtils.isTLSv13(context)) {
      SecurityParameters known = context.getSecurityParametersHandshake();
      both(context, known, "_HANDSHAKE_TRAFFIC_SECRET");
    }
  }

  /** When the handshake is complete. */
  final void complete(TlsContext context) {
    SecurityParameters known = context.getSecurityParametersConnection();
    if (TlsUtils.isTLSv13(context)) {
      both(context, known, "_TRAFFIC_SECRET_0");
    } else {
      line("CLIENT_RANDOM", known.getClientRandom(), context, known.getMasterSecret());
    }
  }

  private void both(TlsContext context, SecurityParameters known, String label) {
    byte[] random = known.getClientRandom();
    line("CLIENT" + label, random, context, known.getTrafficSecretClient());
    line("SERVER" + label, random, context, known.getTrafficSecretServer());
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
  }

  abstract void line(String label, byte[] clientRandom, TlsContext context, TlsSecret secret);

  private static final class ToFile extends KeyLog {
    private final Path file;
    private boolean failed;

    private ToFile(Path file) {
      this.file = file;
    }

    @Override
    synchronized void line(
        String label, byte[] clientRandom, TlsContext context, TlsSecret secret) {
      HexFormat hex = HexFormat.of();
      // A copy: taking a secret's octets out of it destroys it.
      byte[] octets = context.getCrypto().adoptSecret(secret).extract();
      String line = label + " " + hex.formatHex(clientRandom) + " " + hex.formatHex(octets) + "\n";
      try {
        append(file, line);
      } catch (IOException unwritable) {
        if (!failed) {
          failed = true;
          LOG.error("the key log {} cannot be written: {}", file, unwritable.getMessage());
        }
      }
    }
  }
}
