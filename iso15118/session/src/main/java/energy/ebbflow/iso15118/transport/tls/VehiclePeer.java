package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.OcspCheck;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusRequestItemV2;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.DefaultTlsCredentialedSigner;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.OCSPStatusRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.TrustedAuthority;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle's side of one handshake: it says which roots it knows, asks for OCSP responses, and
 * shows its certificate where the charger asks for one (TLS 1.3, ISO 15118-20). Open for vehicles
 * that ask for less.
 */
class VehiclePeer extends AbstractTlsClient implements TlsEnd {
  private final Material material;
  private final Set<Profile> profiles;
  private final int[] suites;
  private final Instant now;
  private final KeyLog keyLog;
  private boolean complete;
  private boolean verified;
  private int staples;
  private List<X509Certificate> chargerChain = List.of();

  /**
   * @param profiles what it offers: TLS 1.3, TLS 1.2 or both
   * @param suites cipher suites in its order
   */
  VehiclePeer(
      TlsCrypto crypto, Material material, Set<Profile> profiles, int[] suites, Instant now) {
    this(crypto, material, profiles, suites, now, KeyLog.OFF);
  }

  VehiclePeer(
      TlsCrypto crypto,
      Material material,
      Set<Profile> profiles,
      int[] suites,
      Instant now,
      KeyLog keyLog) {
    super(crypto);
    this.keyLog = keyLog;
    this.material = material;
    this.profiles = Set.copyOf(profiles);
    this.suites = suites.clone();
    this.now = now;
  }

  @Override
  public boolean complete() {
    return complete;
  }

  @Override
  public boolean peerVerified() {
    return verified;
  }

  @Override
  public String summary() {
    return Summary.of(context);
  }

  /** How many certificates of the charger's chain came with a good OCSP response. */
  int staples() {
    return staples;
  }

  /** What the charger showed, leaf first; empty before. */
  List<X509Certificate> chargerChain() {
    return chargerChain;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    List<ProtocolVersion> versions = new ArrayList<>();
    if (profiles.contains(Profile.ISO20)) {
      versions.add(ProtocolVersion.TLSv13);
    }
    if (profiles.contains(Profile.ISO2)) {
      versions.add(ProtocolVersion.TLSv12);
    }
    return versions.toArray(ProtocolVersion[]::new);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return suites.clone();
  }

  @Override
  @SuppressWarnings("rawtypes") // The interface predates generics.
  protected Vector<Integer> getSupportedGroups(Vector namedGroupRoles) {
    return new Vector<>(IntStream.of(Signatures.groups()).boxed().toList());
  }

  /** One share of the standard's first group; another charger asks for another. */
  @Override
  public Vector<Integer> getEarlyKeyShareGroups() {
    return new Vector<>(List.of(NamedGroup.secp521r1));
  }

  @Override
  protected Vector<?> getSupportedSignatureAlgorithms() {
    return Signatures.all();
  }

  @Override
  protected Vector<X500Name> getCertificateAuthorities() {
    Vector<X500Name> names = new Vector<>();
    for (X509Certificate anchor : material.peers().anchors()) {
      names.add(X500Name.getInstance(anchor.getSubjectX500Principal().getEncoded()));
    }
    return names;
  }

  @Override
  protected Vector<TrustedAuthority> getTrustedCAIndication() {
    Vector<TrustedAuthority> roots = new Vector<>();
    for (X509Certificate anchor : material.peers().anchors()) {
      roots.add(
          new TrustedAuthority(IdentifierType.cert_sha1_hash, ChainChoice.certificateHash(anchor)));
    }
    return roots;
  }

  @Override
  protected Vector<CertificateStatusRequestItemV2> getMultiCertStatusRequest() {
    return new Vector<>(
        List.of(
            new CertificateStatusRequestItemV2(
                CertificateStatusType.ocsp_multi, new OCSPStatusRequest(null, null))));
  }

  @Override
  public TlsKeyExchangeFactory getKeyExchangeFactory() {
    return StaticEcdh.factory();
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return ChargerPeer.MAX_HANDSHAKE_MESSAGE_BYTES;
  }

  @Override
  public boolean requiresCloseNotify() {
    return false;
  }

  @Override
  public void notifySecureRenegotiation(boolean secureRenegotiation) {}

  @Override
  public TlsAuthentication getAuthentication() {
    keyLog.handshake(context);
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
        verify(shown);
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request)
          throws IOException {
        return credentials(request);
      }
    };
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    keyLog.complete(context);
    complete = true;
  }

  private void verify(TlsServerCertificate shown) throws IOException {
    if (shown.getCertificate().isEmpty()) {
      throw new TlsFatalAlert(
          AlertDescription.bad_certificate, "expected the charger's certificate, none came");
    }
    List<X509Certificate> chain = Chains.of(shown.getCertificate());
    chargerChain = List.copyOf(chain);
    X509Certificate root = material.peers().check(chain, KeyPurposeId.id_kp_serverAuth, now);
    verified = true;
    List<Optional<byte[]>> stapled = stapled(shown);
    int judged = Math.min(stapled.size(), chain.size());
    // What is trusted anyway needs nobody to vouch for it.
    for (int i = 0; i < judged && !chain.get(i).equals(root); i++) {
      if (stapled.get(i).isPresent()) {
        X509Certificate issuer = i + 1 < chain.size() ? chain.get(i + 1) : root;
        judge(chain.get(i), OcspCheck.status(stapled.get(i).get(), chain.get(i), issuer, now));
      }
    }
  }

  private List<Optional<byte[]>> stapled(TlsServerCertificate shown) throws IOException {
    if (TlsUtils.isTLSv13(context)) {
      return Chains.staplesOf(shown.getCertificate());
    }
    CertificateStatus status = shown.getCertificateStatus();
    if (status == null) {
      return List.of();
    }
    List<Optional<byte[]>> stapled = new ArrayList<>();
    Vector<?> responses =
        status.getStatusType() == CertificateStatusType.ocsp_multi
            ? status.getOCSPResponseList()
            : new Vector<>(List.of(status.getOCSPResponse()));
    for (Object response : responses) {
      stapled.add(
          response instanceof OCSPResponse ocsp
              ? Optional.of(ocsp.getEncoded(ASN1Encoding.DER))
              : Optional.empty());
    }
    return stapled;
  }

  private void judge(X509Certificate certificate, OcspCheck.Status status) throws IOException {
    String name = certificate.getSubjectX500Principal().getName();
    switch (status) {
      case GOOD -> staples++;
      case REVOKED ->
          throw new TlsFatalAlert(
              AlertDescription.certificate_revoked, "its OCSP response says so of " + name);
      case UNKNOWN, INVALID ->
          throw new TlsFatalAlert(
              AlertDescription.bad_certificate_status_response,
              "the OCSP response for " + name + " is " + status);
    }
  }

  /** The chain the charger can verify; a vehicle has no certificate in ISO 15118-2. */
  private @Nullable TlsCredentials credentials(CertificateRequest request) throws IOException {
    if (!TlsUtils.isTLSv13(context)) {
      return null;
    }
    // Expired ones are shown, too: whether to accept them is the charger's decision.
    Optional<Identity> identity =
        new ChainChoice(
                request.getSupportedSignatureAlgorithms(),
                null,
                ChainChoice.authorities(null, request.getCertificateAuthorities()))
            .of(material.all(Profile.ISO20));
    if (identity.isEmpty()) {
      return null;
    }
    return new DefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        new IdentitySigner(identity.get()),
        Chains.tls13(
            getCrypto(), request.getCertificateRequestContext(), identity.get(), List.of()),
        Signatures.of(identity.get().leaf().getPublicKey()).orElseThrow());
  }
}
