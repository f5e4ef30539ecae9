package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** Why a request was answered so; the code is for machines. */
public record StatusInfo(
    @Text(max = 20) String reasonCode,
    @Text(max = 1024, v201 = 512) Optional<String> additionalInfo) {}
