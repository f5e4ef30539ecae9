package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A private key that never leaves its token, by PKCS#11. A file names it as a URI of RFC 7512:
 *
 * <pre>
 * pkcs11:slot-id=0;object=secc-iso20?module-path=/usr/lib/softhsm/libsofthsm2.so&amp;pin-source=/etc/ebbflow/pin
 * </pre>
 *
 * {@code object} is the label of the key and of its certificate, which lies beside it in the token.
 * Without {@code slot-id} the first slot is taken. {@code pin-source} is a file, read whole; {@code
 * pin-value} is the PIN itself.
 */
final class TokenKey {
  private static final String SCHEME = "pkcs11:";
  private static final Set<String> KNOWN =
      Set.of("object", "slot-id", "module-path", "pin-source", "pin-value");

  private TokenKey() {}

  /**
   * A handle.
   *
   * @param provider the only one that can use the key
   */
  record Handle(PrivateKey key, Provider provider) {}

  /**
   * Logs in to the token that the file names, and finds the key.
   *
   * @throws PkiException when any part of it fails; the PIN is never in the text
   */
  static Handle open(Path file) throws PkiException {
    Map<String, String> uri =
        parse(file, new String(Pem.bytes(file), StandardCharsets.US_ASCII).strip());
    String object = required(file, uri, "object");
    String module = required(file, uri, "module-path");
    char[] pin = pin(file, uri);
    try {
      Provider provider = provider(file, module, uri.get("slot-id"));
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      Key key = token.getKey(object, null);
      if (key instanceof PrivateKey secret) {
        return new Handle(secret, provider);
      }
      throw new PkiException(
          file
              + ": expected a private key with a certificate labelled "
              + object
              + " in the token, there are: "
              + String.join(", ", java.util.Collections.list(token.aliases())));
    } catch (GeneralSecurityException | IOException | ProviderException failed) {
      throw new PkiException(file + ": the token cannot be used: " + reason(failed), failed);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  /** The attributes of the path and of the query. */
  static Map<String, String> parse(Path file, String uri) throws PkiException {
    if (!uri.startsWith(SCHEME)) {
      throw new PkiException(file + ": expected a URI that begins with " + SCHEME);
    }
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : uri.substring(SCHEME.length()).split("[;?&]")) {
      int equals = attribute.indexOf('=');
      String name = equals < 0 ? attribute : attribute.substring(0, equals);
      if (equals < 0 || !KNOWN.contains(name)) {
        throw new PkiException(
            file
                + ": expected the attributes "
                + KNOWN.stream().sorted().toList()
                + ", got "
                + name);
      }
      attributes.put(
          name,
          URLDecoder.decode(
              attribute.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return attributes;
  }

  private static String required(Path file, Map<String, String> uri, String name)
      throws PkiException {
    String value = uri.get(name);
    if (value == null || value.isEmpty()) {
      throw new PkiException(file + ": the URI has no " + name);
    }
    return value;
  }

  private static char[] pin(Path file, Map<String, String> uri) throws PkiException {
    String source = uri.get("pin-source");
    if (source != null) {
      Path from = Path.of(source.startsWith("file:") ? source.substring(5) : source);
      return new String(Pem.bytes(from), StandardCharsets.UTF_8).strip().toCharArray();
    }
    return required(file, uri, "pin-value").toCharArray();
  }

  private static Provider provider(Path file, String module, @Nullable String slot)
      throws PkiException {
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new PkiException(file + ": this Java runtime has no PKCS#11 (jdk.crypto.cryptoki)");
    }
    String name = "ebbflow" + Integer.toHexString((module + slot).hashCode());
    try {
      return base.configure(
          "--name = "
              + name
              + "\nlibrary = "
              + module
              + "\n"
              + (slot == null ? "slotListIndex = 0" : "slot = " + slot)
              + "\n");
    } catch (InvalidParameterException | ProviderException failed) {
      throw new PkiException(
          file + ": PKCS#11 module " + module + " cannot be used: " + reason(failed), failed);
    }
  }

  /** The innermost words: the outer ones only say that initialisation failed. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
