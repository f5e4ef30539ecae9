package energy.ebbflow.simulator.ev.file;

import energy.ebbflow.simulator.ev.din.DinState;
import energy.ebbflow.simulator.ev.iso2.Iso2State;
import energy.ebbflow.simulator.ev.iso20.Iso20State;
import energy.ebbflow.simulator.ev.machine.EvPhase;
import java.util.Set;
import java.util.TreeSet;

/** The states that a file may name: those of every conversation, and the vehicle's own. */
final class StateNames {
  /** What a file is told that names another. */
  static final String EXPECTED = "a state of the vehicle (docs/simulator.md has them)";

  private static final Set<String> KNOWN = known();

  private StateNames() {}

  static boolean has(String name) {
    return KNOWN.contains(name);
  }

  private static Set<String> known() {
    Set<String> names = new TreeSet<>();
    collect(EvPhase.class, names);
    collect(Iso20State.class, names);
    collect(Iso2State.class, names);
    collect(DinState.class, names);
    // A conversation shows the state it is in; the loops of DC and AC have one name.
    names.remove("Talking");
    names.remove("AcChargeLoop");
    names.add("SupportedAppProtocol");
    return Set.copyOf(names);
  }

  private static void collect(Class<?> family, Set<String> names) {
    for (Class<?> state : family.getPermittedSubclasses()) {
      names.add(state.getSimpleName());
    }
  }
}
