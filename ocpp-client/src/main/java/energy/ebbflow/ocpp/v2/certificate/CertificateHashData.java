package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.authorization.HashAlgorithm;

/** Names a certificate by hashes of its issuer and by its serial number, all in hexadecimal. */
public record CertificateHashData(
    HashAlgorithm hashAlgorithm,
    @Text(max = 128) String issuerNameHash,
    @Text(max = 128) String issuerKeyHash,
    @Text(max = 40) String serialNumber) {}
