package energy.ebbflow.iso15118.secc.din;

import java.time.Duration;

/** Deadlines that DIN 70121 has and the other protocols have not. */
public final class DinTiming {
  /**
   * V2G_SECC_CPState_Detection_Timeout [V2G-DC-547] is 1.5 s: so long a vehicle that asks for the
   * cable check may take until its pilot is in C. A charger of the field relaxes it to twice the
   * time, and so do we: a wait costs nothing, no voltage is on.
   */
  public static final long PILOT_DETECTION = Duration.ofMillis(3_000).toNanos();

  /**
   * How long charge parameters stay Ongoing while there is no power to offer. The vehicle gives up
   * after 60 s; before that it hears what there is.
   */
  public static final long PARAMETERS_WAIT = Duration.ofMillis(55_000).toNanos();

  private DinTiming() {}
}
