package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.Text;

/** What an OCSP question is made of. */
public record OcspRequestData(
    HashAlgorithm hashAlgorithm,
    @Text(max = 128) String issuerNameHash,
    @Text(max = 128) String issuerKeyHash,
    @Text(max = 40) String serialNumber,
    @Text(max = 2000, v201 = 512) String responderURL) {}
