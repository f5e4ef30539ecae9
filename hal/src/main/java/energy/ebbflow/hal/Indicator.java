package energy.ebbflow.hal;

/** Lights and buzzer of one outlet. */
public interface Indicator {
  /** What a person at the station needs to see. */
  enum Sign {
    AVAILABLE,
    CONNECTED,
    AUTHORISING,
    CHARGING,
    DISCHARGING,
    PAUSED,
    FINISHED,
    FAULT,
    UNAVAILABLE
  }

  void show(Sign sign);
}
