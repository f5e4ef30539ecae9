package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusRequestItemV2;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.DefaultTlsCredentialedSigner;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.jspecify.annotations.Nullable;

/**
 * The charger's side of one handshake: TLS 1.3 with an ISO 15118-20 chain and a demand for the
 * vehicle's certificate where the vehicle offers it, otherwise TLS 1.2 with an ISO 15118-2 chain.
 * Which chain of several follows from what the vehicle can verify and which roots it knows.
 */
final class ChargerPeer extends AbstractTlsServer implements TlsEnd {
  /** Longest handshake message we take, bytes: a ClientHello, or a vehicle's whole chain. */
  static final int MAX_HANDSHAKE_MESSAGE_BYTES = 16 * 1024;

  /** Most certificates in a vehicle's chain; the standards have three, some send more of them. */
  static final int MAX_CHAIN = 8;

  /** Most roots that are named to a vehicle. */
  private static final int MAX_AUTHORITIES = 32;

  private final Material material;
  private final boolean vehicleCertificateRequired;
  private final Instant now;
  private final KeyLog keyLog;
  private @Nullable Identity chosen;
  private List<Optional<byte[]>> staples = List.of();
  private List<X500Name> authorities = List.of();
  private boolean complete;
  private boolean verified;

  ChargerPeer(
      TlsCrypto crypto, Material material, boolean vehicleCertificateRequired, Instant now) {
    this(crypto, material, vehicleCertificateRequired, now, KeyLog.OFF);
  }

  ChargerPeer(
      TlsCrypto crypto,
      Material material,
      boolean vehicleCertificateRequired,
      Instant now,
      KeyLog keyLog) {
    super(crypto);
    this.keyLog = keyLog;
    this.material = material;
    this.vehicleCertificateRequired = vehicleCertificateRequired;
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

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    List<ProtocolVersion> versions = new ArrayList<>();
    if (!material.valid(Profile.ISO20, now).isEmpty()) {
      versions.add(ProtocolVersion.TLSv13);
    }
    if (!material.valid(Profile.ISO2, now).isEmpty()) {
      versions.add(ProtocolVersion.TLSv12);
    }
    return versions.toArray(ProtocolVersion[]::new);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    Set<Profile> profiles = EnumSet.noneOf(Profile.class);
    for (Profile profile : Profile.values()) {
      if (!material.valid(profile, now).isEmpty()) {
        profiles.add(profile);
      }
    }
    return Suite.codes(profiles);
  }

  @Override
  protected boolean preferLocalCipherSuites() {
    return true;
  }

  @Override
  public int[] getSupportedGroups() {
    return Signatures.groups();
  }

  @Override
  public TlsKeyExchangeFactory getKeyExchangeFactory() {
    return StaticEcdh.factory();
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return MAX_HANDSHAKE_MESSAGE_BYTES;
  }

  @Override
  public int getMaxCertificateChainLength() {
    return MAX_CHAIN;
  }

  /** Vehicles close TCP without a word; frames have their own lengths, so nothing is cut unseen. */
  @Override
  public boolean requiresCloseNotify() {
    return false;
  }

  /** Old stacks do not know RFC 5746; nobody is allowed to renegotiate anyway. */
  @Override
  public void notifySecureRenegotiation(boolean secureRenegotiation) {}

  /** The newest that both have. Throws with words: the default would only say protocol_version. */
  @Override
  public ProtocolVersion getServerVersion() throws IOException {
    ProtocolVersion[] offered = context.getClientSupportedVersions();
    for (ProtocolVersion version : getProtocolVersions()) {
      if (ProtocolVersion.contains(offered, version)) {
        return version;
      }
    }
    List<String> reasons = material.invalid(now);
    throw new TlsFatalAlert(
        AlertDescription.protocol_version,
        "the vehicle offers "
            + names(offered)
            + ", our certificates allow "
            + (getProtocolVersions().length == 0 ? "nothing" : names(getProtocolVersions()))
            + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")"));
  }

  private static String names(ProtocolVersion[] versions) {
    return Arrays.stream(versions)
        .map(version -> version.getName().replace(" ", "v"))
        .collect(Collectors.joining(", "));
  }

  @Override
  @SuppressWarnings("rawtypes") // The interface predates generics.
  public void processClientExtensions(Hashtable extensions) throws IOException {
    super.processClientExtensions(extensions);
    if (extensions != null) {
      List<X500Name> names = new ArrayList<>();
      Vector<?> offered = TlsExtensionsUtils.getCertificateAuthoritiesExtension(extensions);
      if (offered != null) {
        for (Object each : offered) {
          if (each instanceof X500Name name) {
            names.add(name);
          }
        }
      }
      authorities = names;
    }
  }

  /** Here everything of the ClientHello is known: chain, then suite. */
  @Override
  public int getSelectedCipherSuite() throws IOException {
    boolean tls13 = TlsUtils.isTLSv13(context);
    Profile profile = tls13 ? Profile.ISO20 : Profile.ISO2;
    Vector<?> signatures = context.getSecurityParametersHandshake().getClientSigAlgs();
    ChainChoice choice =
        new ChainChoice(
            signatures,
            tls13 ? null : context.getSecurityParametersHandshake().getClientSupportedGroups(),
            ChainChoice.authorities(trustedCAKeys, new Vector<>(authorities)));
    Identity identity =
        choice
            .of(material.valid(profile, now))
            .orElseThrow(
                () ->
                    new TlsFatalAlert(
                        AlertDescription.handshake_failure,
                        "the vehicle can verify none of our chains; it offers "
                            + Signatures.names(signatures)));
    chosen = identity;
    staples = Chains.staples(identity, material.ocsp(), now);
    return super.getSelectedCipherSuite();
  }

  @Override
  protected boolean selectCipherSuite(int cipherSuite) throws IOException {
    boolean agreement =
        TlsUtils.getKeyExchangeAlgorithm(cipherSuite) == KeyExchangeAlgorithm.ECDH_ECDSA;
    // A key in a token signs; it does not leave it for an agreement.
    if (agreement && !(chosen != null && StaticEcdh.usable(chosen))) {
      return false;
    }
    return super.selectCipherSuite(cipherSuite);
  }

  /** The vehicle's first group that we have, not its first of any. */
  @Override
  protected int selectECDH(int minimumCurveBits) {
    int[] offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
    if (offered == null) {
      return NamedGroup.secp256r1;
    }
    for (int group : offered) {
      if (Arrays.stream(Signatures.groups()).anyMatch(own -> own == group)) {
        return group;
      }
    }
    return -1;
  }

  @Override
  protected boolean allowCertificateStatus() {
    return !staples.isEmpty() && staples.getFirst().isPresent();
  }

  /** Only where the vehicle accepts several responses; a gap in the chain is allowed there. */
  @Override
  protected boolean allowMultiCertStatus() {
    if (statusRequestV2 == null || staples.stream().noneMatch(Optional::isPresent)) {
      return false;
    }
    for (Object each : statusRequestV2) {
      if (each instanceof CertificateStatusRequestItemV2 item
          && item.getStatusType() == CertificateStatusType.ocsp_multi) {
        return true;
      }
    }
    return false;
  }

  /** Said only where the chain was chosen by it (RFC 6066 6). */
  @Override
  protected boolean allowTrustedCAIndication() {
    return chosen != null
        && new ChainChoice(null, null, ChainChoice.authorities(trustedCAKeys, null)).known(chosen);
  }

  @Override
  public @Nullable CertificateStatus getCertificateStatus() {
    if (context.getSecurityParametersHandshake().getStatusRequestVersion() == 2) {
      return Chains.statuses(staples);
    }
    return staples.getFirst().map(Chains::status).orElse(null);
  }

  @Override
  public TlsCredentials getCredentials() throws IOException {
    Identity identity = chosen;
    if (identity == null) {
      throw new TlsFatalAlert(AlertDescription.internal_error, "no chain was chosen");
    }
    TlsCryptoParameters parameters = new TlsCryptoParameters(context);
    SignatureAndHashAlgorithm algorithm =
        Signatures.of(identity.leaf().getPublicKey()).orElseThrow();
    if (TlsUtils.isTLSv13(context)) {
      boolean asked = certificateStatusRequest != null;
      return new DefaultTlsCredentialedSigner(
          parameters,
          new IdentitySigner(identity),
          Chains.tls13(getCrypto(), TlsUtils.EMPTY_BYTES, identity, asked ? staples : List.of()),
          algorithm);
    }
    Certificate chain = Chains.tls12(getCrypto(), identity);
    return TlsUtils.getKeyExchangeAlgorithm(selectedCipherSuite) == KeyExchangeAlgorithm.ECDH_ECDSA
        ? new StaticEcdh.Credentials(chain, identity)
        : new DefaultTlsCredentialedSigner(
            parameters, new IdentitySigner(identity), chain, algorithm);
  }

  /** ISO 15118-20 wants the vehicle's certificate, ISO 15118-2 has none. */
  @Override
  public @Nullable CertificateRequest getCertificateRequest() throws IOException {
    keyLog.handshake(context);
    if (!TlsUtils.isTLSv13(context)) {
      return null;
    }
    Vector<X500Name> roots = new Vector<>();
    for (X509Certificate anchor : material.peers().anchors()) {
      if (roots.size() < MAX_AUTHORITIES) {
        roots.add(X500Name.getInstance(anchor.getSubjectX500Principal().getEncoded()));
      }
    }
    return new CertificateRequest(
        TlsUtils.EMPTY_BYTES, Signatures.all(), null, roots.isEmpty() ? null : roots);
  }

  @Override
  public void notifyClientCertificate(Certificate certificate) throws IOException {
    if (certificate.isEmpty()) {
      if (vehicleCertificateRequired) {
        throw new TlsFatalAlert(AlertDescription.certificate_required);
      }
      return;
    }
    material.peers().check(Chains.of(certificate), KeyPurposeId.id_kp_clientAuth, now);
    verified = true;
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    keyLog.complete(context);
    complete = true;
  }
}
