package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.simulator.ev.exchange.ChargerLimits;
import energy.ebbflow.simulator.ev.exchange.ChargingPlan;
import energy.ebbflow.simulator.ev.exchange.Learnt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a vehicle has learnt in a session of ISO 15118-2.
 *
 * @param sessionId of the charger
 * @param mode of energy transfer, once it is agreed
 * @param asking value-added services whose details are still to be asked for
 * @param selected services it takes; the charging service first
 * @param sae how it gives energy back, where both sides agreed to
 * @param limits of the charger
 * @param plan what it means to draw, once there is an offer
 * @param flowing energy flows; false before the first start and after the stop
 */
public record Iso2Learnt(
    Octets sessionId,
    Optional<EnergyTransferMode> mode,
    List<Integer> asking,
    List<Integer> selected,
    Optional<SaeMode> sae,
    ChargerLimits limits,
    Optional<ChargingPlan> plan,
    boolean flowing)
    implements Learnt<Iso2Learnt> {

  public Iso2Learnt {
    asking = List.copyOf(asking);
    selected = List.copyOf(selected);
  }

  /** Nothing but, perhaps, the id of a paused session. */
  static Iso2Learnt nothing(Octets sessionId) {
    return new Iso2Learnt(
        sessionId,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        ChargerLimits.NONE,
        Optional.empty(),
        false);
  }

  /** Direct current was agreed. */
  boolean dc() {
    return mode.map(Abilities::direct).orElse(false);
  }

  /** The schedule that was chosen; the smallest id before one was. */
  int tupleId() {
    return plan.map(ChargingPlan::tupleId).orElse(1);
  }

  @Override
  public Iso2Learnt withSession(Octets id) {
    return new Iso2Learnt(id, mode, asking, selected, sae, limits, plan, flowing);
  }

  Iso2Learnt offered(EnergyTransferMode agreed, int chargeService, List<Integer> details) {
    return new Iso2Learnt(
        sessionId,
        Optional.of(agreed),
        details,
        List.of(chargeService),
        sae,
        limits,
        plan,
        flowing);
  }

  /** The details of the first service in question have come; {@code take} it or not. */
  Iso2Learnt detailed(boolean take, Optional<SaeMode> agreed) {
    List<Integer> services = new ArrayList<>(selected);
    if (take) {
      services.add(asking.getFirst());
    }
    return new Iso2Learnt(
        sessionId,
        mode,
        asking.subList(1, asking.size()),
        services,
        agreed.or(() -> sae),
        limits,
        plan,
        flowing);
  }

  Iso2Learnt with(ChargerLimits now) {
    return new Iso2Learnt(sessionId, mode, asking, selected, sae, now, plan, flowing);
  }

  Iso2Learnt with(ChargingPlan chosen) {
    return new Iso2Learnt(
        sessionId, mode, asking, selected, sae, limits, Optional.of(chosen), flowing);
  }

  Iso2Learnt flowing(boolean now) {
    return new Iso2Learnt(sessionId, mode, asking, selected, sae, limits, plan, now);
  }
}
