package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The modes of energy transfer a vehicle has by ISO 15118-2.
 *
 * @param modes the most wanted first; DC before AC
 */
public record Abilities(List<EnergyTransferMode> modes) {
  private static final List<EnergyTransferMode> DC =
      List.of(
          EnergyTransferMode.DC_EXTENDED,
          EnergyTransferMode.DC_COMBO_CORE,
          EnergyTransferMode.DC_CORE);

  public static Abilities of(EvConfig config) {
    List<EnergyTransferMode> modes = new ArrayList<>();
    if (config.protocols().dcInlet()) {
      modes.addAll(DC);
    }
    Optional<OnboardChargerSpec> charger = config.body().onboardCharger();
    if (charger.isPresent()) {
      if (charger.get().phases() == 3) {
        modes.add(EnergyTransferMode.AC_THREE_PHASE_CORE);
      }
      modes.add(EnergyTransferMode.AC_SINGLE_PHASE_CORE);
    }
    return new Abilities(List.copyOf(modes));
  }

  /** The first of its own modes that the charger has, too. */
  public Optional<EnergyTransferMode> common(List<EnergyTransferMode> offered) {
    return modes.stream().filter(offered::contains).findFirst();
  }

  /** Whether a mode is one of direct current. */
  public static boolean direct(EnergyTransferMode mode) {
    return switch (mode) {
      case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> false;
      case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE -> true;
    };
  }
}
