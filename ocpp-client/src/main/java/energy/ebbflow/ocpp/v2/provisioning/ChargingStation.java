package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** Identity of the station in BootNotification. */
public record ChargingStation(
    @Text(max = 25) Optional<String> serialNumber,
    @Text(max = 20) String model,
    Optional<Modem> modem,
    @Text(max = 50) String vendorName,
    @Text(max = 50) Optional<String> firmwareVersion) {}
