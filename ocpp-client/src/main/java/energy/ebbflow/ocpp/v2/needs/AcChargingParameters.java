package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.WholeInV201;

/** What an ISO 15118-2 vehicle asks of an AC outlet: watt hours, amperes per phase, volts. */
public record AcChargingParameters(
    @WholeInV201 double energyAmount,
    @WholeInV201 double evMinCurrent,
    @WholeInV201 double evMaxCurrent,
    @WholeInV201 double evMaxVoltage) {}
