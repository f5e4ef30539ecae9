package energy.ebbflow.iso15118.secc;

import java.util.Optional;

/**
 * What the session may know of the station at one instant. Power and current are positive towards
 * the vehicle; limits are magnitudes.
 *
 * @param evseId EVSEID, 7 to 37 characters (ISO 15118-20 Annex C)
 * @param utcSeconds seconds since 1970 for message headers
 * @param authorisation answer to the identification of the user
 * @param isolation result of the cable check
 * @param contactorsClosed mirror contact
 * @param pilotReady the pilot line is in C or D
 * @param volts voltage at the outlet
 * @param amps current at the outlet, signed
 * @param envelope what the station can do in this session
 * @param targetWatts set-point of the energy decision, signed
 * @param stop why the session shall end or pause; empty while it may go on
 * @param importedWattHours meter register towards the vehicle
 * @param exportedWattHours meter register from the vehicle
 * @param outlook what the station wishes and knows beyond now
 */
public record EvseView(
    String evseId,
    long utcSeconds,
    Authorisation authorisation,
    Isolation isolation,
    boolean contactorsClosed,
    boolean pilotReady,
    double volts,
    double amps,
    PowerEnvelope envelope,
    double targetWatts,
    Optional<Stop> stop,
    double importedWattHours,
    double exportedWattHours,
    Outlook outlook) {

  /** Refuses what is no number: it would reach the wire as one. */
  public EvseView {
    if (!Double.isFinite(volts)
        || !Double.isFinite(amps)
        || !Double.isFinite(targetWatts)
        || !Double.isFinite(importedWattHours)
        || !Double.isFinite(exportedWattHours)) {
      throw new IllegalArgumentException(
          "volts, amps, target and meter registers are finite numbers");
    }
  }

  /** A station without wishes. */
  public EvseView(
      String evseId,
      long utcSeconds,
      Authorisation authorisation,
      Isolation isolation,
      boolean contactorsClosed,
      boolean pilotReady,
      double volts,
      double amps,
      PowerEnvelope envelope,
      double targetWatts,
      Optional<Stop> stop,
      double importedWattHours,
      double exportedWattHours) {
    this(
        evseId,
        utcSeconds,
        authorisation,
        isolation,
        contactorsClosed,
        pilotReady,
        volts,
        amps,
        envelope,
        targetWatts,
        stop,
        importedWattHours,
        exportedWattHours,
        Outlook.NONE);
  }

  /** The same with another outlook. */
  public EvseView with(Outlook other) {
    return new EvseView(
        evseId,
        utcSeconds,
        authorisation,
        isolation,
        contactorsClosed,
        pilotReady,
        volts,
        amps,
        envelope,
        targetWatts,
        stop,
        importedWattHours,
        exportedWattHours,
        other);
  }

  /** State of the external identification (EIM). */
  public enum Authorisation {
    PENDING,
    ACCEPTED,
    REJECTED
  }

  /** State of the isolation test. */
  public enum Isolation {
    NOT_TESTED,
    TESTING,
    VALID,
    INVALID
  }

  /** Why a session ends from the station's side. */
  public enum Stop {
    /** A user or the back office asks for the end of the session. */
    TERMINATE,
    /** No energy for a while; the vehicle may sleep and come back. */
    PAUSE,
    /** A fault: power is off already or is being switched off. */
    FAULT
  }

  /**
   * Limits of the station at this instant, all magnitudes at least 0.
   *
   * @param chargeWattsMax most power into the vehicle
   * @param dischargeWattsMax most power out of the vehicle; 0 where discharge is not permitted
   * @param chargeAmpsMax most current into the vehicle
   * @param dischargeAmpsMax most current out of the vehicle
   * @param voltsMin lowest voltage of the outlet
   * @param voltsMax highest voltage of the outlet
   */
  public record PowerEnvelope(
      double chargeWattsMax,
      double dischargeWattsMax,
      double chargeAmpsMax,
      double dischargeAmpsMax,
      double voltsMin,
      double voltsMax) {
    /** Refuses negative limits and what is no number. */
    public PowerEnvelope {
      for (double limit :
          new double[] {
            chargeWattsMax, dischargeWattsMax, chargeAmpsMax, dischargeAmpsMax, voltsMin, voltsMax
          }) {
        if (!(limit >= 0) || Double.isInfinite(limit)) {
          throw new IllegalArgumentException("a limit is a number from 0, not " + limit);
        }
      }
    }
  }
}
