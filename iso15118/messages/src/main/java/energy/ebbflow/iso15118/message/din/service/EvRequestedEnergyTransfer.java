package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** EVRequestedEnergyTransferType. The chosen way of charging. */
public enum EvRequestedEnergyTransfer implements WireName {
  /** {@code AC_single_phase_core}. */
  AC_SINGLE_PHASE_CORE("AC_single_phase_core"),
  /** {@code AC_three_phase_core}. */
  AC_THREE_PHASE_CORE("AC_three_phase_core"),
  /** {@code DC_core}. */
  DC_CORE("DC_core"),
  /** {@code DC_extended}. */
  DC_EXTENDED("DC_extended"),
  /** {@code DC_combo_core}. */
  DC_COMBO_CORE("DC_combo_core"),
  /** {@code DC_unique}. */
  DC_UNIQUE("DC_unique");

  private final String wireName;

  EvRequestedEnergyTransfer(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
