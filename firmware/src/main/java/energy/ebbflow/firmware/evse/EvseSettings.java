package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.evse.basic.BasicSettings;
import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.ocpp.domain.IdToken;
import java.util.Optional;

/**
 * Everything an outlet is told once, at start.
 *
 * @param evse the hardware
 * @param path how the way of charging is chosen
 * @param supervisor limits and patience of the supervisor
 * @param energy rules of the energy decision
 * @param sessions makes the session of a vehicle that connects
 * @param autoToken token that is asked for as soon as a vehicle is plugged
 * @param plugNanos how long an authorisation waits for a vehicle
 * @param stopNanos how long a vehicle may take to end its session when asked
 * @param sampleNanos time between two samples of a transaction
 * @param transactionPrefix makes transaction identifiers unique for ever; at most 26 characters
 * @param link how sessions of vehicles are treated
 * @param basic how vehicles without digital communication are treated
 */
public record EvseSettings(
    EvseConfig evse,
    PathChoice path,
    SupervisorConfig supervisor,
    EnergySection energy,
    VehicleSession.Factory sessions,
    Optional<IdToken> autoToken,
    long plugNanos,
    long stopNanos,
    long sampleNanos,
    String transactionPrefix,
    LinkRules link,
    BasicSettings basic) {

  /** An outlet with the usual rules for sessions. */
  public EvseSettings(
      EvseConfig evse,
      PathChoice path,
      SupervisorConfig supervisor,
      EnergySection energy,
      VehicleSession.Factory sessions,
      Optional<IdToken> autoToken,
      long plugNanos,
      long stopNanos,
      long sampleNanos,
      String transactionPrefix) {
    this(
        evse,
        path,
        supervisor,
        energy,
        sessions,
        autoToken,
        plugNanos,
        stopNanos,
        sampleNanos,
        transactionPrefix,
        LinkRules.STANDARD,
        BasicSettings.STANDARD);
  }

  /** The same outlet with other rules for vehicles without digital communication. */
  public EvseSettings with(BasicSettings otherBasic) {
    return new EvseSettings(
        evse,
        path,
        supervisor,
        energy,
        sessions,
        autoToken,
        plugNanos,
        stopNanos,
        sampleNanos,
        transactionPrefix,
        link,
        otherBasic);
  }

  /** The same outlet with other rules for sessions. */
  public EvseSettings with(LinkRules otherLink) {
    return new EvseSettings(
        evse,
        path,
        supervisor,
        energy,
        sessions,
        autoToken,
        plugNanos,
        stopNanos,
        sampleNanos,
        transactionPrefix,
        otherLink,
        basic);
  }

  /** Number of the outlet, counts from 1. */
  public int id() {
    return evse.id();
  }

  /**
   * The user brings the cable and the station holds its plug. A tethered cable is held by the
   * vehicle.
   */
  public boolean hasSocketLock() {
    return evse.connectorLock() && hasSocket();
  }

  /** The user brings the cable. */
  public boolean hasSocket() {
    return evse.cable() instanceof EvseConfig.Cable.Socket;
  }

  /** The DC limits; empty for an AC outlet. */
  public Optional<EvseConfig.Outlet.Dc> dc() {
    return evse.outlet() instanceof EvseConfig.Outlet.Dc dc ? Optional.of(dc) : Optional.empty();
  }

  /** The AC limits; empty for a DC outlet. */
  public Optional<EvseConfig.Outlet.Ac> ac() {
    return evse.outlet() instanceof EvseConfig.Outlet.Ac ac ? Optional.of(ac) : Optional.empty();
  }

  /** What one ampere per phase means in watt on the grid side. */
  public double wattsPerAmp() {
    return evse.phases() * evse.nominalVolts().value();
  }
}
