package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateChain;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.ContractSignatureEncryptedPrivateKey;
import energy.ebbflow.iso15118.message.iso2.certificate.DiffieHellmanPublickey;
import energy.ebbflow.iso15118.message.iso2.certificate.Emaid;
import java.util.Optional;

/**
 * Refusals of requests for contract certificates. The schema demands certificates and keys even in
 * a refusal: they are single zero octets, which no reader takes for material.
 */
final class CertificateRefusals {
  private static final Octets NOTHING = Octets.of(new byte[1]);

  /** An identifier in the standard's form that names no contract. */
  private static final String NO_CONTRACT = "00000000000000";

  /** RetryCounter: do not ask again. */
  private static final int NEVER = -1;

  private CertificateRefusals() {}

  static BodyElement installation(ResponseCode code) {
    return new CertificateInstallationResponse(
        code,
        chain(),
        chain(),
        new ContractSignatureEncryptedPrivateKey("id1", NOTHING),
        new DiffieHellmanPublickey("id2", NOTHING),
        new Emaid("id3", NO_CONTRACT));
  }

  static BodyElement update(ResponseCode code, String emaid) {
    return new CertificateUpdateResponse(
        code,
        chain(),
        chain(),
        new ContractSignatureEncryptedPrivateKey("id1", NOTHING),
        new DiffieHellmanPublickey("id2", NOTHING),
        new Emaid("id3", emaid),
        Optional.of(NEVER));
  }

  private static CertificateChain chain() {
    return new CertificateChain(Optional.empty(), NOTHING, Optional.empty());
  }
}
