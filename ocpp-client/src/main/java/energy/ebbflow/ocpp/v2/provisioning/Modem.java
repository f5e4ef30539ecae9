package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** SIM of the modem. */
public record Modem(
    @Text(max = 20) Optional<String> iccid, @Text(max = 20) Optional<String> imsi) {}
