package energy.ebbflow.hal;

/** The bidirectional DC converter. Its state arrives as {@link Reading.Converter}. */
public interface PowerConverter {

  /** What the converter is told to do. */
  sealed interface Command {
    /** No output, output capacitors discharged. */
    record Off() implements Command {}

    /**
     * Holds a voltage with a small current limit: cable check and pre-charge.
     *
     * @param volts at least 0 V
     * @param limit at least 0 A
     */
    record HoldVoltage(Volts volts, Amps limit) implements Command {}

    /**
     * Regulates current into (positive) or out of (negative) the vehicle.
     *
     * @param amps signed target current
     * @param ceiling output voltage never exceeded while charging
     * @param floor voltage below which discharge stops
     */
    record Current(Amps amps, Volts ceiling, Volts floor) implements Command {}
  }

  void apply(Command command);
}
