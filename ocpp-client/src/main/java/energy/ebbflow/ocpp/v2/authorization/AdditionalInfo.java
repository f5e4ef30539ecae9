package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.Text;

/** A further number that belongs to a token. */
public record AdditionalInfo(
    @Text(max = 255, v201 = 36) String additionalIdToken, @Text(max = 50) String type) {}
