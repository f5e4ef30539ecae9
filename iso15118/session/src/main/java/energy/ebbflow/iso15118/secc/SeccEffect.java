package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/** What a session asks the station to do, in order. */
public sealed interface SeccEffect
    permits SeccEffect.Respond,
        SeccEffect.CloseLink,
        SeccEffect.ProtocolChosen,
        SeccEffect.VehicleIdentified,
        SeccEffect.AuthorisationWanted,
        SeccEffect.ServiceSelected,
        SeccEffect.VehicleReport,
        SeccEffect.StartCableCheck,
        SeccEffect.EndCableCheck,
        SeccEffect.PreCharge,
        SeccEffect.StartEnergyTransfer,
        SeccEffect.StopEnergyTransfer,
        SeccEffect.WeldingDetection,
        SeccEffect.SessionEnded,
        SeccEffect.SessionFailed,
        VehicleWord {
  /** Encode and send this response. */
  record Respond(V2gMessage response) implements SeccEffect {}

  /** Close the connection once what was sent has left. */
  record CloseLink(String reason) implements SeccEffect {}

  /** The protocol is chosen, e.g. {@code ISO 15118-20:DC}. */
  record ProtocolChosen(String protocol) implements SeccEffect {}

  /** The vehicle's identity: EVCCID, personal data. */
  record VehicleIdentified(String evccId) implements SeccEffect {}

  /** The vehicle waits for the identification of its user (EIM). */
  record AuthorisationWanted() implements SeccEffect {}

  /**
   * The service the vehicle selected.
   *
   * @param service standard's name, e.g. {@code DC_BPT}
   * @param bidirectional discharge is negotiated
   * @param dynamic dynamic control mode, otherwise scheduled
   * @param needsByStation the station says the user's needs, too (MobilityNeedsMode 2)
   * @param bothWaysOffered bidirectional services stood beside it; absent where the station has
   *     none, or where the vehicle cannot choose anew in this session
   */
  record ServiceSelected(
      String service,
      boolean bidirectional,
      boolean dynamic,
      boolean needsByStation,
      Optional<Boolean> bothWaysOffered)
      implements SeccEffect {
    /** A service of a protocol that knows neither needs of the station nor another choice. */
    public ServiceSelected(String service, boolean bidirectional, boolean dynamic) {
      this(service, bidirectional, dynamic, false, Optional.empty());
    }
  }

  /** What the vehicle says of itself; sent whenever it changes. */
  record VehicleReport(VehicleState state) implements SeccEffect {}

  /** Close the contactors with no voltage, raise the voltage, test isolation. */
  record StartCableCheck(double volts) implements SeccEffect {}

  /** Isolation is tested; bring the voltage down to 0. */
  record EndCableCheck() implements SeccEffect {}

  /** Bring the outlet to the battery's voltage with a small current. */
  record PreCharge(double volts) implements SeccEffect {}

  /**
   * Energy may flow: the energy decision steers from now on. For DC it comes with the first request
   * of the charge loop, the contactors being closed since the cable check; for AC it is the
   * permission to close them, and the vehicle's answer waits for it.
   */
  record StartEnergyTransfer() implements SeccEffect {}

  /** Bring the current to 0 and then open the contactors. */
  record StopEnergyTransfer(String reason) implements SeccEffect {}

  /** Measure the voltage with the contactors open (welding detection). */
  record WeldingDetection() implements SeccEffect {}

  /**
   * The session ended as agreed.
   *
   * @param paused the vehicle wants to resume it later
   */
  record SessionEnded(boolean paused, byte[] sessionId) implements SeccEffect {}

  /** The session broke; power is to be switched off within the limits of the standard. */
  record SessionFailed(String reason) implements SeccEffect {}

  /**
   * The vehicle's own limits and wishes. Magnitudes at least 0, absent where it said nothing.
   *
   * @param socPercent 0 to 100
   * @param minimumSocPercent never below this, 0 to 100
   * @param targetSocPercent wanted at departure, 0 to 100
   * @param targetVolts voltage the vehicle asks for
   * @param targetAmps current the vehicle asks for, signed; scheduled control only: in dynamic
   *     control the station decides
   * @param chargeWattsMax most power it takes
   * @param dischargeWattsMax most power it gives
   * @param chargeAmpsMax most current it takes
   * @param dischargeAmpsMax most current it gives
   * @param voltsMax its highest voltage
   * @param voltsMin its lowest voltage
   * @param energyTargetWh energy to the target SoC
   * @param energyMaxWh energy until full
   * @param energyMinWh energy until the minimum SoC, negative when above it
   * @param departureSeconds until departure
   * @param detail what it says beyond its limits
   */
  record VehicleState(
      Optional<Double> socPercent,
      Optional<Double> minimumSocPercent,
      Optional<Double> targetSocPercent,
      Optional<Double> targetVolts,
      Optional<Double> targetAmps,
      Optional<Double> chargeWattsMax,
      Optional<Double> dischargeWattsMax,
      Optional<Double> chargeAmpsMax,
      Optional<Double> dischargeAmpsMax,
      Optional<Double> voltsMax,
      Optional<Double> voltsMin,
      Optional<Double> energyTargetWh,
      Optional<Double> energyMaxWh,
      Optional<Double> energyMinWh,
      Optional<Long> departureSeconds,
      VehicleDetail detail) {
    /** A vehicle of which no more than its limits is known. */
    public VehicleState(
        Optional<Double> socPercent,
        Optional<Double> minimumSocPercent,
        Optional<Double> targetSocPercent,
        Optional<Double> targetVolts,
        Optional<Double> targetAmps,
        Optional<Double> chargeWattsMax,
        Optional<Double> dischargeWattsMax,
        Optional<Double> chargeAmpsMax,
        Optional<Double> dischargeAmpsMax,
        Optional<Double> voltsMax,
        Optional<Double> voltsMin,
        Optional<Double> energyTargetWh,
        Optional<Double> energyMaxWh,
        Optional<Double> energyMinWh,
        Optional<Long> departureSeconds) {
      this(
          socPercent,
          minimumSocPercent,
          targetSocPercent,
          targetVolts,
          targetAmps,
          chargeWattsMax,
          dischargeWattsMax,
          chargeAmpsMax,
          dischargeAmpsMax,
          voltsMax,
          voltsMin,
          energyTargetWh,
          energyMaxWh,
          energyMinWh,
          departureSeconds,
          VehicleDetail.UNKNOWN);
    }

    /** The same with more known. */
    public VehicleState with(VehicleDetail more) {
      return new VehicleState(
          socPercent,
          minimumSocPercent,
          targetSocPercent,
          targetVolts,
          targetAmps,
          chargeWattsMax,
          dischargeWattsMax,
          chargeAmpsMax,
          dischargeAmpsMax,
          voltsMax,
          voltsMin,
          energyTargetWh,
          energyMaxWh,
          energyMinWh,
          departureSeconds,
          more);
    }

    /** The same vehicle, which asks for no current now. */
    public VehicleState resting() {
      return new VehicleState(
          socPercent,
          minimumSocPercent,
          targetSocPercent,
          targetVolts,
          Optional.of(0d),
          chargeWattsMax,
          dischargeWattsMax,
          chargeAmpsMax,
          dischargeAmpsMax,
          voltsMax,
          voltsMin,
          energyTargetWh,
          energyMaxWh,
          energyMinWh,
          departureSeconds,
          detail);
    }

    /** A vehicle that has said nothing yet. */
    public static final VehicleState UNKNOWN =
        new VehicleState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
