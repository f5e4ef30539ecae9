package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.RequiredInV201;
import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A signed data set of the meter, base64. */
public record SignedMeterValue(
    @Text(max = 32768, v201 = 2500) String signedMeterData,
    @Text(max = 50) @RequiredInV201 Optional<String> signingMethod,
    @Text(max = 50) String encodingMethod,
    @Text(max = 2500) @RequiredInV201 Optional<String> publicKey) {}
