package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.TransportException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/**
 * TLS engines by Bouncy Castle: TLS 1.3 with mutual authentication for ISO 15118-20 and TLS 1.2
 * with the charger's certificate alone for ISO 15118-2. The providers are used by instance, never
 * registered, so nothing else in the process changes its behaviour.
 */
public final class TlsContexts {
  /** ISO 15118-20 [V2G20-1856], in its order. */
  static final String[] TLS13_SUITES = {"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"};

  /** ISO 15118-2 [V2G2-602]; the static ECDH suite is not offered: it has no forward secrecy. */
  static final String[] TLS12_SUITES = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"};

  /**
   * Signatures of TLS 1.3: those of ISO 15118-20 first, and the smaller curves that vehicles in the
   * field still show. Nothing with SHA-1.
   */
  static final String[] TLS13_SIGNATURES = {
    "ecdsa_secp521r1_sha512", "ed448", "ecdsa_secp384r1_sha384", "ecdsa_secp256r1_sha256", "ed25519"
  };

  private static final String TLS13 = "TLSv1.3";
  private static final String TLS12 = "TLSv1.2";
  private static final Provider BC = new BouncyCastleProvider();
  private static final Provider JSSE = new BouncyCastleJsseProvider(BC);

  // The provider logs a stack trace for every peer it refuses; we log each refusal in a line. The
  // field keeps the setting: a logger without a reference may be collected with its level.
  private static final Logger PROVIDER_LOG = Logger.getLogger("org.bouncycastle.jsse");

  static {
    PROVIDER_LOG.setLevel(Level.OFF);
  }

  private final Optional<SSLContext> iso20;
  private final Optional<SSLContext> iso2;
  private final Optional<Identity> charger;

  private TlsContexts(
      Optional<SSLContext> iso20, Optional<SSLContext> iso2, Optional<Identity> charger) {
    this.iso20 = iso20;
    this.iso2 = iso2;
    this.charger = charger;
  }

  /** Two engines that trust each other. */
  record Pair(SSLEngine server, SSLEngine client) {}

  /**
   * Two ends that both show the charger's own certificate, for a handshake within the process.
   *
   * @return empty for a charger without an ISO 15118-20 certificate
   */
  Optional<Pair> selfTest() throws TransportException {
    if (charger.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context =
          context(charger, List.of(charger.get().chain().getLast()), new SecureRandom());
      SSLEngine server = context.createSSLEngine();
      server.setUseClientMode(false);
      SSLParameters parameters = parameters(server, TLS13, TLS13_SUITES);
      parameters.setNeedClientAuth(true);
      server.setSSLParameters(parameters);
      SSLEngine client = context.createSSLEngine();
      client.setUseClientMode(true);
      client.setSSLParameters(parameters(client, TLS13, TLS13_SUITES));
      return Optional.of(new Pair(server, client));
    } catch (GeneralSecurityException | IOException unusable) {
      throw new TransportException("TLS self-test: " + unusable.getMessage(), unusable);
    }
  }

  /**
   * The charger's contexts: one for each profile it has a certificate of.
   *
   * @throws TransportException when there is none, or the material cannot be used
   */
  public static TlsContexts forCharger(Credentials credentials, SecureRandom random)
      throws TransportException {
    try {
      Optional<Identity> identity20 = credentials.identity(Profile.ISO20);
      Optional<Identity> identity2 = credentials.identity(Profile.ISO2);
      if (identity20.isEmpty() && identity2.isEmpty()) {
        throw new TransportException(
            "TLS is on, but there is neither an ISO 15118-20 nor an ISO 15118-2 certificate for the"
                + " charger; make a development PKI, or switch TLS off");
      }
      List<X509Certificate> anchors = credentials.trustAnchors(Profile.ISO20);
      if (identity20.isPresent() && anchors.isEmpty()) {
        throw new TransportException(
            "TLS 1.3 needs at least one root of a vehicle maker to verify vehicles, none found");
      }
      return new TlsContexts(
          identity20.isPresent()
              ? Optional.of(context(identity20, anchors, random))
              : Optional.empty(),
          identity2.isPresent()
              ? Optional.of(context(identity2, List.of(), random))
              : Optional.empty(),
          identity20);
    } catch (PkiException | GeneralSecurityException | IOException unusable) {
      throw new TransportException("TLS cannot start: " + unusable.getMessage(), unusable);
    }
  }

  /**
   * The vehicle's context of one profile.
   *
   * @throws TransportException when the material cannot be used
   */
  public static TlsContexts forVehicle(
      Credentials credentials, Profile profile, SecureRandom random) throws TransportException {
    try {
      List<X509Certificate> anchors = credentials.trustAnchors(profile);
      if (anchors.isEmpty()) {
        throw new TransportException("the vehicle has no V2G root to verify the charger with");
      }
      Optional<SSLContext> context =
          Optional.of(context(credentials.identity(profile), anchors, random));
      return switch (profile) {
        case ISO20 -> new TlsContexts(context, Optional.empty(), Optional.empty());
        case ISO2 -> new TlsContexts(Optional.empty(), context, Optional.empty());
      };
    } catch (PkiException | GeneralSecurityException | IOException unusable) {
      throw new TransportException("TLS cannot start: " + unusable.getMessage(), unusable);
    }
  }

  /** An engine for a client that offers TLS 1.3; empty where the charger has no -20 certificate. */
  public Optional<SSLEngine> tls13Server(boolean vehicleCertificateRequired) {
    return iso20.map(
        context -> {
          SSLEngine engine = context.createSSLEngine();
          engine.setUseClientMode(false);
          SSLParameters parameters = parameters(engine, TLS13, TLS13_SUITES);
          if (vehicleCertificateRequired) {
            parameters.setNeedClientAuth(true);
          } else {
            parameters.setWantClientAuth(true);
          }
          engine.setSSLParameters(parameters);
          return engine;
        });
  }

  /** An engine for a client that knows TLS 1.2 only; empty where there is no -2 certificate. */
  public Optional<SSLEngine> tls12Server() {
    return iso2.map(
        context -> {
          SSLEngine engine = context.createSSLEngine();
          engine.setUseClientMode(false);
          engine.setSSLParameters(parameters(engine, TLS12, TLS12_SUITES));
          return engine;
        });
  }

  /** The vehicle's engine: TLS 1.3 or 1.2, as the profile it was made for. */
  public SSLEngine client() {
    boolean tls13 = iso20.isPresent();
    SSLEngine engine = iso20.or(() -> iso2).orElseThrow().createSSLEngine();
    engine.setUseClientMode(true);
    engine.setSSLParameters(
        tls13 ? parameters(engine, TLS13, TLS13_SUITES) : parameters(engine, TLS12, TLS12_SUITES));
    return engine;
  }

  private static SSLParameters parameters(SSLEngine engine, String protocol, String[] suites) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    parameters.setCipherSuites(suites.clone());
    if (protocol.equals(TLS13)) {
      parameters.setSignatureSchemes(TLS13_SIGNATURES.clone());
    }
    return parameters;
  }

  private static SSLContext context(
      Optional<Identity> identity, List<X509Certificate> anchors, SecureRandom random)
      throws GeneralSecurityException, IOException {
    KeyManager[] keys = {};
    if (identity.isPresent()) {
      keys = new KeyManager[] {new OneIdentity(identity.get())};
    }
    TrustManager[] trust = {};
    if (!anchors.isEmpty()) {
      KeyStore store = emptyStore();
      for (int i = 0; i < anchors.size(); i++) {
        store.setCertificateEntry("root" + i, anchors.get(i));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", JSSE);
      factory.init(store);
      trust = factory.getTrustManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS", JSSE);
    context.init(keys, trust, random);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", BC);
    store.load(null, null);
    return store;
  }
}
