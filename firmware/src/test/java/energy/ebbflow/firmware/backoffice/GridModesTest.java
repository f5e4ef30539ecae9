package energy.ebbflow.firmware.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridModesTest {
  private static final Path BOARDS = Path.of("..", "board-configs");

  private static DerSupport of(String file, Optional<String> gridMeter) throws ConfigException {
    BoardConfig board = StationConfig.read(BOARDS.resolve(file)).board();
    BoardConfig with =
        gridMeter.map(name -> board.withDriverOption("grid_meter", name)).orElse(board);
    return GridModes.of(with, with.evses().getFirst(), "Ebbflow");
  }

  /** What is not measured is not promised. */
  @Test
  void withoutAGridMeterOnlyWhatNeedsNone() throws ConfigException {
    DerSupport support = of("dc-22kw-bidirectional.toml", Optional.empty());
    assertEquals(
        EnumSet.of(
            DerControl.GRADIENTS,
            DerControl.LIMIT_MAX_DISCHARGE,
            DerControl.POWER_MONITORING_MUST_TRIP),
        support.modes());
    assertEquals(22_000, support.maxWatts());
    assertEquals("infypower-beg", support.model());
  }

  @Test
  void aGridMeterBringsWhatItTells() throws ConfigException {
    DerSupport both = of("dc-22kw-bidirectional.toml", Optional.of("eastron-sdm630"));
    assertTrue(
        both.modes()
            .containsAll(
                EnumSet.of(
                    DerControl.FREQ_DROOP, DerControl.HV_MUST_TRIP, DerControl.ENTER_SERVICE)));
    DerSupport voltage = of("dc-22kw-bidirectional.toml", Optional.of("iskra-wm3m4"));
    assertTrue(voltage.modes().contains(DerControl.VOLT_WATT));
    assertFalse(voltage.modes().contains(DerControl.FREQ_DROOP), "the map has no frequency");
    assertFalse(voltage.modes().contains(DerControl.ENTER_SERVICE));
  }

  /** An AC outlet whose board file says how much; VoltVar where it knows the voltage. */
  @Test
  void reactivePowerIsPromisedWhereTheBoardFileSaysSo(@TempDir Path folder) throws Exception {
    String file = Files.readString(BOARDS.resolve("ac-22kw-bidirectional-mcu.toml"));
    Path changed = folder.resolve("board.toml");
    Files.writeString(
        changed,
        file.replace(
            "discharge_amps_max = 32", "discharge_amps_max = 32\nreactive_vars_max = 9000"));
    BoardConfig board = StationConfig.read(changed).board();
    assertTrue(
        GridModes.of(board, board.evses().getFirst(), "Ebbflow")
            .modes()
            .containsAll(
                EnumSet.of(
                    DerControl.FIXED_VAR,
                    DerControl.FIXED_PF_ABSORB,
                    DerControl.FIXED_PF_INJECT,
                    DerControl.VOLT_VAR,
                    DerControl.WATT_VAR,
                    DerControl.WATT_PF)));
    assertFalse(
        of("ac-22kw-bidirectional-mcu.toml", Optional.empty())
            .modes()
            .contains(DerControl.FIXED_VAR));
  }

  /** No reactive power of power modules, no ride-through, whatever is measured. */
  @Test
  void nothingIsPromisedThatNobodyCarriesOut() throws ConfigException {
    DerSupport most = of("dc-22kw-bidirectional.toml", Optional.of("eastron-sdm630"));
    for (DerControl kind :
        EnumSet.of(
            DerControl.FIXED_VAR,
            DerControl.FIXED_PF_ABSORB,
            DerControl.FIXED_PF_INJECT,
            DerControl.VOLT_VAR,
            DerControl.WATT_VAR,
            DerControl.WATT_PF,
            DerControl.HF_MAY_TRIP,
            DerControl.HV_MAY_TRIP,
            DerControl.LV_MAY_TRIP)) {
      assertFalse(most.modes().contains(kind), kind.wire());
    }
  }

  @Test
  void whatOnlyChargesHasNone() throws ConfigException {
    assertEquals(DerSupport.NONE, of("dc-150kw-depot.toml", Optional.of("eastron-sdm630")));
  }

  /** The meter of an AC outlet that discharges sees the grid's voltage. */
  @Test
  void anAcOutletKnowsTheVoltageByItsOwnMeter() throws ConfigException {
    DerSupport support = of("ac-22kw-bidirectional-mcu.toml", Optional.empty());
    assertTrue(support.modes().contains(DerControl.HV_MUST_TRIP));
    assertFalse(support.modes().contains(DerControl.FREQ_WATT));
  }
}
