package energy.ebbflow.firmware.power;

import energy.ebbflow.hal.Watts;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PowerDecisionPropertiesTest {
  private static final long NOW = 1_000;

  /** No combination of wishes gets past a hard limit, in either direction. */
  @Property
  boolean theSetpointNeverExceedsAHardLimit(@ForAll("leases") List<Lease> leases) {
    double setpoint = PowerDecision.decide(leases, NOW).setpoint().value();
    return leases.stream()
        .filter(lease -> lease.precedence() == Precedence.HARD)
        .map(lease -> lease.boundsAt(NOW))
        .allMatch(
            bounds ->
                bounds.chargeMax().map(max -> setpoint <= max.value()).orElse(true)
                    && bounds.dischargeMax().map(max -> -setpoint <= max.value()).orElse(true));
  }

  @Property
  boolean theSetpointLiesWithinTheNamedCaps(@ForAll("leases") List<Lease> leases) {
    PowerDecision decision = PowerDecision.decide(leases, NOW);
    double setpoint = decision.setpoint().value();
    return setpoint <= decision.charge().max().value()
        && -setpoint <= decision.discharge().max().value();
  }

  /** The name that is told is the name of something that said so, or of the absence of it. */
  @Property
  boolean theWinnerIsOneOfTheSources(@ForAll("leases") List<Lease> leases) {
    String winner = PowerDecision.decide(leases, NOW).winner();
    return winner.equals(PowerDecision.NOBODY)
        || winner.equals("no set-point")
        || leases.stream().anyMatch(lease -> lease.reasonAt(NOW).equals(winner));
  }

  /** Without a granted limit for discharge nothing is ever taken from a vehicle. */
  @Property
  boolean withoutADischargeLimitNothingIsDischarged(@ForAll("leases") List<Lease> leases) {
    List<Lease> silent =
        leases.stream()
            .map(
                lease ->
                    Lease.standing(
                        lease.source(),
                        lease.precedence(),
                        new Bounds(
                            lease.bounds().chargeMax(),
                            Optional.empty(),
                            lease.bounds().setpoint())))
            .toList();
    return PowerDecision.decide(silent, NOW).setpoint().value() >= 0;
  }

  @Provide
  Arbitrary<List<Lease>> leases() {
    Arbitrary<Optional<Watts>> magnitude =
        Arbitraries.doubles().between(0, 500_000).map(Watts::new).optional();
    Arbitrary<Optional<Watts>> signed =
        Arbitraries.doubles().between(-500_000, 500_000).map(Watts::new).optional();
    Arbitrary<Bounds> bounds = Combinators.combine(magnitude, magnitude, signed).as(Bounds::new);
    return Combinators.combine(
            Arbitraries.strings().alpha().ofLength(6),
            Arbitraries.of(Precedence.values()),
            bounds,
            Arbitraries.longs().between(0, 2_000).optional(),
            bounds)
        .as(Lease::new)
        .list()
        .ofMaxSize(12);
  }
}
