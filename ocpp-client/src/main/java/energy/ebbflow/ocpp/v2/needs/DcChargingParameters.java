package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WholeInV201;
import java.util.Optional;

/** What an ISO 15118-2 vehicle asks of a DC outlet: amperes, volts, watts, watt hours, percent. */
public record DcChargingParameters(
    @WholeInV201 double evMaxCurrent,
    @WholeInV201 double evMaxVoltage,
    @WholeInV201 Optional<Double> evMaxPower,
    @WholeInV201 Optional<Double> evEnergyCapacity,
    @WholeInV201 Optional<Double> energyAmount,
    @Range(min = 0, max = 100) Optional<Integer> stateOfCharge,
    @Range(min = 0, max = 100) Optional<Integer> fullSoC,
    @Range(min = 0, max = 100) Optional<Integer> bulkSoC) {}
