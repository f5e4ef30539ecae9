package energy.ebbflow.hal.infypower;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a module says of itself.
 *
 * @param flags those that are set
 */
public record InfyStatus(Set<Flag> flags) {
  /** One bit of the status, numbered within the last four bytes of the frame. */
  public enum Flag {
    OUTPUT_SHORT(0, "its output is shorted"),
    SLEEPING(4, ""),
    DISCHARGE_ABNORMAL(5, "it does not discharge its output"),
    OUTPUT_OFF(8, ""),
    FAULT(9, "internal fault"),
    PROTECTION(10, "a protection has tripped"),
    FAN(11, "fan fault"),
    OVER_TEMPERATURE(12, "over-temperature"),
    OUTPUT_OVER_VOLTAGE(13, "output over-voltage"),
    WALK_IN(14, ""),
    COMMUNICATION_LOST(15, "it misses the controller"),
    POWER_LIMITED(16, ""),
    SAME_ADDRESS(17, "another module has its address"),
    SHARING(18, "it does not share the current"),
    PHASE_LOST(19, "a phase of the supply is lost"),
    SUPPLY_UNBALANCED(20, "the supply is unbalanced"),
    SUPPLY_LOW(21, "the supply's voltage is too low"),
    SUPPLY_HIGH(22, "the supply's voltage is too high"),
    SUPPLY_SIDE_OFF(23, "");

    private final int bit;
    private final String alarm;

    Flag(int bit, String alarm) {
      this.bit = bit;
      this.alarm = alarm;
    }

    /** Whether it is an alarm, and not just how things are. */
    public boolean isAlarm() {
      return !alarm.isEmpty();
    }
  }

  public InfyStatus {
    flags = Set.copyOf(flags);
  }

  /** Reads the last four bytes of a frame. */
  public static InfyStatus of(int value) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      if ((value >> flag.bit & 1) == 1) {
        flags.add(flag);
      }
    }
    return new InfyStatus(flags);
  }

  /** The last four bytes of a frame. */
  public int value() {
    int value = 0;
    for (Flag flag : flags) {
      value |= 1 << flag.bit;
    }
    return value;
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** All alarms in words, empty if there is none. */
  public String alarms() {
    return flags.stream()
        .filter(Flag::isAlarm)
        .sorted()
        .map(flag -> flag.alarm)
        .collect(Collectors.joining(", "));
  }
}
