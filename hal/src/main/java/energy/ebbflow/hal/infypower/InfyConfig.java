package energy.ebbflow.hal.infypower;

/**
 * Which modules there are.
 *
 * @param group number on their dials, 0 to 60
 * @param modules how many there are, 1 to {@link #MAX_MODULES}; their addresses are 0, 1, …
 * @param modulesMin with how many of them the station still works, 1 to {@code modules}
 * @param walkIn whether the current rises slowly after switching on
 */
public record InfyConfig(int group, int modules, int modulesMin, boolean walkIn) {
  /** Our own: more would fill a bus of 125 kbit/s with questions. */
  public static final int MAX_MODULES = 12;

  public InfyConfig {
    if (group < 0
        || group > InfyMessage.MAX_ADDRESS
        || modules < 1
        || modules > MAX_MODULES
        || modulesMin < 1
        || modulesMin > modules) {
      throw new IllegalArgumentException(
          "power modules expect a group of 0 to 60, 1 to 12 modules, and no more than those as the"
              + " least, got "
              + group
              + ", "
              + modules
              + ", "
              + modulesMin);
    }
  }
}
