package energy.ebbflow.exi;

import java.util.List;

/**
 * The coder of one schema set.
 *
 * <p>An instance keeps a reader and a writer and so belongs to one thread at a time; make one for
 * each thread that codes. It holds no reference to a buffer or message after a call.
 *
 * @param <M> what the documents of the set have in common
 */
public interface ExiCodec<M> {
  /**
   * The largest input that is decoded, octets: room for the largest message of any set whose lists
   * are each at their maximum and a bound on what a hostile peer can make us allocate.
   */
  int MAX_INPUT_OCTETS = 1 << 20;

  /**
   * Writes a document, the header octet first.
   *
   * @param message a record of this set
   * @param buffer where to write
   * @param offset the first octet to write
   * @return how many octets were written
   * @throws ExiException when the buffer is too small or the record belongs to another set
   */
  int encode(M message, byte[] buffer, int offset);

  /**
   * Reads a document.
   *
   * @param buffer where the document is
   * @param offset its first octet, the EXI header
   * @param length its length in octets
   * @throws ExiException when the octets are no document of this set, and for nothing else
   */
  M decode(byte[] buffer, int offset, int length);

  /**
   * The standard's name of a document's root element.
   *
   * @throws ExiException when the record belongs to another set
   */
  String rootName(M message);

  /**
   * Writes an element of this set as a fragment, the form in which signed parts are digested.
   *
   * @param namespace the namespace of the element
   * @param name the local name of the element
   * @param content the record of the element's type, or its value (see {@link ExiRoot})
   * @param buffer where to write
   * @param offset the first octet to write
   * @return how many octets were written
   * @throws ExiException when the buffer is too small or the set has no such element of that type
   * @throws IllegalArgumentException when a value that is no record is outside the bounds of its
   *     type
   */
  int encodeFragment(String namespace, String name, Object content, byte[] buffer, int offset);

  /**
   * Reads a fragment of one element.
   *
   * @throws ExiException when the octets are no fragment of this set, and for nothing else
   */
  ExiFragment decodeFragment(byte[] buffer, int offset, int length);

  /** Every document of the set, in the order of their codes; for tools and tests. */
  List<ExiRoot> documents();

  /**
   * Every element of the set, in the order of their codes; for tools and tests. Those that the
   * schema declares abstract cannot stand alone, nor can {@code SignatureProperties}, which needs
   * elements of a foreign namespace. A name that the schema has for two types comes twice.
   */
  List<ExiRoot> fragments();

  /**
   * The declaration of a fragment that was decoded; for tools and tests.
   *
   * @throws IllegalArgumentException when it is none of this set
   */
  default ExiRoot declaration(ExiFragment fragment) {
    for (ExiRoot root : fragments()) {
      if (root.name().equals(fragment.name())
          && root.namespace().equals(fragment.namespace())
          && root.type().isInstance(fragment.content())) {
        return root;
      }
    }
    throw new IllegalArgumentException("{" + fragment.namespace() + "}" + fragment.name());
  }
}
