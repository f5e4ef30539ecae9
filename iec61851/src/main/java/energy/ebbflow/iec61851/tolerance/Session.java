package energy.ebbflow.iec61851.tolerance;

/**
 * What belongs to one session of one vehicle.
 *
 * @param active whether energy is permitted
 * @param interruptions pauses so far while the vehicle was drawing
 * @param survived pauses of this session from which it came back by itself
 * @param searched whether a higher minimum has been sought already
 * @param climbed whether it slept through a whole ladder and has not drawn current since
 * @param again whether the vehicle may have been interrupted before this session began
 */
record Session(
    boolean active,
    int interruptions,
    int survived,
    boolean searched,
    boolean climbed,
    boolean again) {
  static final Session NONE = new Session(false, 0, 0, false, false, false);

  static Session begun(boolean again) {
    return new Session(true, 0, 0, false, false, again);
  }

  Session interrupted() {
    return new Session(active, interruptions + 1, survived, searched, climbed, again);
  }

  Session hasSurvived() {
    return new Session(active, interruptions, survived + 1, searched, climbed, again);
  }

  Session hasSearched() {
    return new Session(active, interruptions, survived, true, climbed, again);
  }

  Session withClimbed(boolean hasClimbed) {
    return new Session(active, interruptions, survived, searched, hasClimbed, again);
  }
}
