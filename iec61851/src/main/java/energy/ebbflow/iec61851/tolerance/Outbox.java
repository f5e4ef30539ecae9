package energy.ebbflow.iec61851.tolerance;

import java.util.ArrayList;
import java.util.List;

/** Collects what the phases of one step have to say. Lives for one step only. */
final class Outbox {
  private final List<MinimumCurrentEffect> effects = new ArrayList<>();
  private Situation situation;

  Outbox(Situation situation) {
    this.situation = situation;
  }

  Situation situation() {
    return situation;
  }

  void add(MinimumCurrentEffect effect) {
    effects.add(effect);
  }

  List<MinimumCurrentEffect> effects() {
    return effects;
  }

  /** Remembers what was learned. */
  void learn(PauseTolerance known) {
    if (!known.equals(situation.known())) {
      effects.add(new MinimumCurrentEffect.Learned(known));
      situation = situation.with(known, situation.session());
    }
  }

  void session(Session session) {
    situation = situation.with(situation.known(), session);
  }
}
