// Lists with a search, in Kyrgyz: the library brings no words of its own for it.
jQuery.fn.select2.amd.define("select2/i18n/ky", [], () => ({
  errorLoading: () => "Жыйынтыктарды жүктөө мүмкүн болгон жок.",
  inputTooShort: () => "Дагы бир нече тамга жазыңыз",
  loadingMore: () => "Дагы жыйынтыктар жүктөлүүдө…",
  noResults: () => "Эч нерсе табылган жок",
  removeAllItems: () => "Баарын алып салуу",
  removeItem: () => "Алып салуу",
  search: () => "Издөө",
  searching: () => "Изделүүдө…",
}));
