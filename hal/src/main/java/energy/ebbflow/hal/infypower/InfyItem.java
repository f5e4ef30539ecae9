package energy.ebbflow.hal.infypower;

import java.util.Optional;

/** What can be read or written: the first two bytes of a frame, and the unit of its last four. */
public enum InfyItem {
  /** Voltage of the group, mV. */
  GROUP_VOLTS(0x1001),
  /** Current of the group, mA; a write is shared by its modules. */
  GROUP_AMPS(0x1002),
  /** How many modules the group has. */
  GROUP_COUNT(0x1010),
  /** Read: {@link InfyStatus}. Write: {@link #ON} or {@link #OFF}. */
  MODULE_STATE(0x1110),
  /** Read: bit 0 says that it takes power from the DC side. */
  MODULE_DIRECTION(0x1111),
  /** Read: highest voltage, mV. */
  MODULE_VOLTS_MAX(0x1130),
  /** Read: lowest voltage, mV. */
  MODULE_VOLTS_MIN(0x1131),
  /** Read: largest current, mA. Write: voltage below which it takes nothing, mV. */
  MODULE_AMPS_MAX(0x1132),
  /** Write: slow rise of the current after switching on, {@link #YES} or {@link #NO}. */
  WALK_IN(0x1122),
  /** Write: {@link #TO_VEHICLE} or {@link #FROM_VEHICLE}. */
  DIRECTION(0x2110);

  /** Values of {@link #MODULE_STATE} when written. */
  public static final int ON = 0xA0;

  public static final int OFF = 0xA1;

  /** Values of {@link #WALK_IN}. */
  public static final int YES = 0xA1;

  public static final int NO = 0xA0;

  /** Values of {@link #DIRECTION}: rectifier and inverter. */
  public static final int TO_VEHICLE = 0xA0;

  public static final int FROM_VEHICLE = 0xA1;

  private final int code;

  InfyItem(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<InfyItem> of(int code) {
    for (InfyItem item : values()) {
      if (item.code == code) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }
}
