package energy.ebbflow.exi.processor;

import java.util.List;

/**
 * One component of a record, as a part of the grammar.
 *
 * @param kind what it is
 * @param accessor the accessor of the component
 * @param optional whether the component is an {@code Optional}
 * @param list whether the component is a {@code List}
 * @param min the smallest number of occurrences in the schema
 * @param max the largest number of occurrences in the schema; {@link Integer#MAX_VALUE} for no
 *     bound
 * @param limit the largest number of occurrences that we decode
 * @param javaType the type of one occurrence
 * @param alternatives what may stand here: one for attributes, elements and content; for a choice
 *     in the order of their codes, those that no record stands for included
 * @param open whether a wildcard is one more alternative
 * @param group the members after the first, for a group
 */
record Particle(
    Kind kind,
    String accessor,
    boolean optional,
    boolean list,
    int min,
    int max,
    int limit,
    String javaType,
    List<Alternative> alternatives,
    boolean open,
    List<Member> group) {
  /** What a component stands for. */
  enum Kind {
    ATTRIBUTE,
    ELEMENT,
    CHOICE,
    GROUP,
    CONTENT
  }

  /**
   * An element or attribute that may stand in the place of the particle.
   *
   * @param name its name
   * @param value its value
   * @param used whether a record stands for it
   */
  record Alternative(QName name, ValueModel value, boolean used) {}

  /** A mandatory element of a group. */
  record Member(String accessor, QName name, ValueModel value) {}

  /** How many first-level productions the particle adds to a state. */
  int productions() {
    return alternatives.size() + (open ? 1 : 0);
  }
}
