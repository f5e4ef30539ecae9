package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.WireName;

/** EnergyTransferModeType. A way of charging: the connector and its current. */
public enum EnergyTransferMode implements WireName {
  /** {@code AC_single_phase_core}: AC, one phase, over the AC contacts. */
  AC_SINGLE_PHASE_CORE("AC_single_phase_core"),
  /** {@code AC_three_phase_core}: AC, three phases, over the AC contacts. */
  AC_THREE_PHASE_CORE("AC_three_phase_core"),
  /** {@code DC_core}: DC over the AC contacts of the inlet. */
  DC_CORE("DC_core"),
  /** {@code DC_extended}: DC over the DC contacts of the combined inlet (CCS). */
  DC_EXTENDED("DC_extended"),
  /** {@code DC_combo_core}: DC over the AC contacts of a combined inlet. */
  DC_COMBO_CORE("DC_combo_core"),
  /** {@code DC_unique}: DC over a connector for DC alone. */
  DC_UNIQUE("DC_unique");

  private final String wireName;

  EnergyTransferMode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
