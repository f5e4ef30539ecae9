package energy.ebbflow.firmware.supervisor;

/** When a fault may go away again. */
public enum Recovery {
  /** Once its condition has been absent for {@link SupervisorConfig#recoverNanos()}. */
  WHEN_GONE,
  /** Once its condition is absent and the vehicle is unplugged. */
  UNPLUG,
  /** Never by itself: someone has to look at it and restart the station. */
  RESTART
}
