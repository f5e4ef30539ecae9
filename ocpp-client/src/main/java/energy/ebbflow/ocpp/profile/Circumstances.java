package energy.ebbflow.ocpp.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What decides about profiles beside the time.
 *
 * @param offlineSince when the back office was lost; absent while it is there
 * @param priority transactions that are charged with priority (K21)
 * @param socPercent newest state of charge by EVSE, where the vehicle tells it
 * @param zone what local time is here (useLocalTime)
 * @param chargingOnly EVSEs whose bidirectional operation is switched off
 *     (V2XChargingCtrlr.Enabled)
 * @param centralSetpointsFirst a set-point of the back office goes before one of an external system
 *     (SmartChargingCtrlr.SetpointPriority)
 */
public record Circumstances(
    Optional<Instant> offlineSince,
    Set<String> priority,
    Map<Integer, Double> socPercent,
    ZoneId zone,
    Set<Integer> chargingOnly,
    boolean centralSetpointsFirst) {
  /** Connected, nothing special, local time is UTC. */
  public static final Circumstances USUAL =
      new Circumstances(Optional.empty(), Set.of(), Map.of(), ZoneOffset.UTC, Set.of(), false);

  public Circumstances {
    priority = Set.copyOf(priority);
    socPercent = Map.copyOf(socPercent);
    chargingOnly = Set.copyOf(chargingOnly);
  }
}
