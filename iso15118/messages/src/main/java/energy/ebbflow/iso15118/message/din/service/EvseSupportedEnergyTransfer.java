package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.WireName;

/** EVSESupportedEnergyTransferType. The way of charging on offer. */
public enum EvseSupportedEnergyTransfer implements WireName {
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
  /** {@code DC_dual}: DC over the AC contacts and over the DC contacts. */
  DC_DUAL("DC_dual"),
  /** {@code AC_core1p_DC_extended}: AC on one phase, and DC over the DC contacts. */
  AC_CORE1P_DC_EXTENDED("AC_core1p_DC_extended"),
  /** {@code AC_single_DC_core}: AC on one phase, and DC over the AC contacts. */
  AC_SINGLE_DC_CORE("AC_single_DC_core"),
  /**
   * {@code AC_single_phase_three_phase_core_DC_extended}: AC on one or three phases, and DC over
   * the DC contacts.
   */
  AC_SINGLE_PHASE_THREE_PHASE_CORE_DC_EXTENDED("AC_single_phase_three_phase_core_DC_extended"),
  /** {@code AC_core3p_DC_extended}: AC on three phases, and DC over the DC contacts. */
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
