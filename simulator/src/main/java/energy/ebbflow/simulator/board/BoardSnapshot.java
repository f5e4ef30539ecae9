package energy.ebbflow.simulator.board;

import energy.ebbflow.simulator.physics.DcBus;
import energy.ebbflow.simulator.physics.EnergyMeter;
import energy.ebbflow.simulator.physics.PilotLevels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything the board's sensors see at one instant.
 *
 * @param pilot empty until the line is driven
 * @param cableAmps rating by the proximity resistor, A; 0 without a plug
 * @param isolationKiloOhms empty until the monitor has a valid value
 * @param phaseVolts grid voltage of each phase, V
 * @param earth the protective earth is connected
 * @param supplyGood the controller's own supply is good
 * @param meterErrorWatts what the meter shows beside what flows, W
 * @param hertz frequency of the grid; empty where nothing tells it
 * @param siteLoadWatts what the site draws beside this outlet; empty without a meter of the site
 */
record BoardSnapshot(
    Optional<PilotLevels> pilot,
    boolean contactorFeedback,
    boolean locked,
    double cableAmps,
    DcBus bus,
    OptionalDouble isolationKiloOhms,
    EnergyMeter meter,
    List<Double> phaseAmps,
    List<Double> phaseVolts,
    double celsius,
    boolean residualTrip,
    boolean emergencyStop,
    boolean gridPresent,
    boolean earth,
    boolean supplyGood,
    double meterErrorWatts,
    boolean meterSilent,
    OptionalDouble hertz,
    OptionalDouble siteLoadWatts) {}
