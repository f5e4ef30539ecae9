package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.List;
import java.util.Optional;

/**
 * What a vehicle can do by ISO 15118-2.
 *
 * @param modes of energy transfer, the best first
 * @param contract it could identify by a contract of its own (plug and charge)
 * @param sae how it gives energy back, if at all
 */
record Abilities(List<EnergyTransferMode> modes, boolean contract, Optional<SaeMode> sae) {
  private static final List<EnergyTransferMode> DC =
      List.of(
          EnergyTransferMode.DC_EXTENDED,
          EnergyTransferMode.DC_COMBO_CORE,
          EnergyTransferMode.DC_CORE);

  static Abilities of(EvConfig config) {
    return config
        .body()
        .onboardCharger()
        .map(
            charger ->
                new Abilities(
                    charger.phases() == 3
                        ? List.of(
                            EnergyTransferMode.AC_THREE_PHASE_CORE,
                            EnergyTransferMode.AC_SINGLE_PHASE_CORE)
                        : List.of(EnergyTransferMode.AC_SINGLE_PHASE_CORE),
                    false,
                    Optional.<SaeMode>empty()))
        .orElse(new Abilities(DC, false, Optional.empty()));
  }

  /** The first of its own modes that the charger has, too. */
  Optional<EnergyTransferMode> common(List<EnergyTransferMode> offered) {
    return modes.stream().filter(offered::contains).findFirst();
  }

  /** Whether a mode is one of direct current. */
  static boolean direct(EnergyTransferMode mode) {
    return switch (mode) {
      case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> false;
      case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE -> true;
    };
  }
}
