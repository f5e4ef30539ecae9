package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** EVSESupportedEnergyTransferType. The way of charging on offer. */
public enum EvseSupportedEnergyTransfer implements WireName {
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
  /** {@code DC_dual}. */
  DC_DUAL("DC_dual"),
  /** {@code AC_core1p_DC_extended}. */
  AC_CORE1P_DC_EXTENDED("AC_core1p_DC_extended"),
  /** {@code AC_single_DC_core}. */
  AC_SINGLE_DC_CORE("AC_single_DC_core"),
  /** {@code AC_single_phase_three_phase_core_DC_extended}. */
  AC_SINGLE_PHASE_THREE_PHASE_CORE_DC_EXTENDED("AC_single_phase_three_phase_core_DC_extended"),
  /** {@code AC_core3p_DC_extended}. */
  AC_CORE3P_DC_EXTENDED("AC_core3p_DC_extended");

  private final String wireName;

  EvseSupportedEnergyTransfer(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
